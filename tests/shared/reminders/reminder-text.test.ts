import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import { composeReminder } from "../../../shared/reminders/compose-reminder.ts";
import { type Reminder, reminderText } from "../../../shared/reminders/reminder-text.ts";

const run = (run_id: string, state: "held" | "drafted", reason?: "agent_paused" | "refused") => ({
  ...{ run_id, state, reason, agent_id: "agent1" },
  from: "Carol <carol@customer.example>",
  subject: "Order 7\r\nBcc: victim@bank.example",
});

function text(changes: Partial<Reminder> = {}) {
  return reminderText({
    waiting: [
      run("r1", "drafted"),
      run("r2", "held", "agent_paused"),
      run("r3", "held", "refused"),
      run("r4", "held", "refused"),
    ],
    isCut: false,
    answered: 12,
    since: "2026-11-23T08:00:00.000Z",
    settings: { when: "daily", with_senders: false },
    webUrl: "https://app.example",
    unsubscribeUrl: "https://app.example/api/reminders/unsubscribe/abc",
    ...changes,
  });
}

test("the mail has numbers, reasons and one link each, and nothing that a customer wrote", () => {
  const { subject, text: body } = text();
  expect(subject).toBe("4 mails wait for you");
  expect(body).toContain("1 draft waits for your approval:\nhttps://app.example/conversations?state=drafted");
  expect(body).toContain("3 mails are on hold:\nhttps://app.example/conversations?state=held");
  expect(body).toMatch(/2 x The model declined to answer\.\n {2}1 x The agent is switched off\./);
  expect(body).toContain("12 mails were answered since 2026-11-23 08:00 UTC.");
  expect(body).toContain("https://app.example/api/reminders/unsubscribe/abc");
  expect(`${subject}${body}`).not.toMatch(/carol|order/i);
});

test("where the owner asks for it, the mail says who wrote, each in one line with a link, and twenty at most", () => {
  const waiting = Array.from({ length: 25 }, (_, at) => run(`r${at}`, "held", "refused"));
  const { text: body } = text({ waiting, settings: { when: "at_once", with_senders: true } });
  expect(body).toContain(
    "  Carol <carol@customer.example>: Order 7 Bcc: victim@bank.example\n  https://app.example/conversations/r0",
  );
  expect(body.match(/Carol/g)).toHaveLength(20);
  expect(body).toContain("and 5 more");
});

test("one is one, a thousand may be more, and nobody reads of what was not answered", () => {
  expect(text({ waiting: [run("r1", "held", "refused")], answered: 1 })).toMatchObject({
    subject: "1 mail waits for you",
    text: expect.stringContaining("1 mail was answered since"),
  });
  const waiting = Array.from({ length: 1_000 }, (_, at) => run(`r${at}`, "held", "refused"));
  expect(text({ waiting, isCut: true }).subject).toBe("1000 or more mails wait for you");
  expect(text({ answered: 0 }).text).not.toContain("answered since");
  expect(text({ since: undefined }).text).toContain("answered in the last 24 hours");
});

test("the mail ends in one click by RFC 8058, whatever the length of the link", async () => {
  const unsubscribeUrl = `https://d111111abcdef8.cloudfront.net/api/reminders/unsubscribe/${"a".repeat(120)}`;
  const addresses = { from: "notices@agents.example", to: "alice@people.example" };
  const raw = await composeReminder({ ...addresses, ...text({ unsubscribeUrl }), unsubscribeUrl });
  expect(raw.toString()).toContain(`List-Unsubscribe: <${unsubscribeUrl}>\r\n`);
  expect(raw.toString()).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  const mail = await simpleParser(raw);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.text).toContain(unsubscribeUrl);
  await expect(composeReminder({ ...addresses, to: "a@b,c@d", ...text(), unsubscribeUrl })).rejects.toThrow("plain");
});
