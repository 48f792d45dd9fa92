import { simpleParser } from "mailparser";
import { describe, expect, test } from "vitest";
import { randomId } from "../../../shared/ids.ts";
import { composeNotice } from "../../../shared/notices/compose-notice.ts";
import { type Notice, notice } from "../../../shared/notices/notice.ts";
import { NOTICES_LOCAL_PART } from "../../../shared/notices/sender.ts";
import { noticeText } from "../../../shared/notices/words.ts";

const about = { user_id: "alice", episode: "0123456789abcdef" };
const budget = { ...about, spent_usd: 8.004, budget_usd: 10, period: "2026-11" };
const ALL: Notice[] = [
  { kind: "key_failed", ...about, provider: "openai", status: "rejected" },
  { kind: "key_failed", ...about, provider: "anthropic", status: "no_credit" },
  { kind: "key_failed", ...about, provider: "openai", status: "lacks_rights" },
  { kind: "key_failed", ...about, provider: "openai", status: "address_blocked" },
  { kind: "key_failed", ...about, provider: "gemini", status: "service_disabled" },
  { kind: "key_failed", ...about, provider: "anthropic", status: "account_suspended" },
  { kind: "no_ai_config", ...about, agent_name: "Support" },
  { kind: "budget_80", ...budget },
  { kind: "budget_100", ...budget, agent_name: "Support" },
  { kind: "webhook_paused", ...about, webhook_name: "Shop", reason: "failing" },
  { kind: "webhook_paused", ...about, webhook_name: "Shop", reason: "gone" },
  { kind: "agent_paused", ...about, agent_name: "Support", complaints: 3 },
  { kind: "outage", ...about, provider: "gemini", since: "2026-11-23T12:34:56.000Z" },
  { kind: "domain_proven", ...about, domain: "bakery.example" },
  { kind: "domain_lost", ...about, domain: "bakery.example" },
  { kind: "mail_given_up", ...about, agent_name: "Support" },
  { kind: "model_ends", ...about, provider: "openai", model: "o3", ends_on: "2026-12-11", successor: "gpt-5.6-sol" },
  { kind: "model_ends", ...about, provider: "openai", model: "gpt-5.1", ends_on: "2027-04-01" },
];

describe.each(ALL.map((one) => [one.kind, one] as const))("the notice %s", (_, one) => {
  test("survives the queue, says what to do and where, and contains no id", () => {
    expect(notice.parse(JSON.parse(JSON.stringify(one)))).toEqual(one);
    const { subject, text } = noticeText(one);
    expect(subject.length).toBeLessThan(90);
    expect(text).toContain("What to do: ");
    expect(text).toContain("in Latchkey under");
    expect(`${subject}${text}`).not.toMatch(/alice|0123456789abcdef|undefined|NaN/);
  });
});

test("every kind of the schema is tested here", () => {
  const kinds = notice.def.options.map((option) => option.shape.kind.def.values[0]);
  expect(new Set(ALL.map(({ kind }) => kind))).toEqual(new Set(kinds));
});

test("each state of a key has its own text with the provider's page that fixes it", () => {
  const failed = ALL.flatMap((one) => (one.kind === "key_failed" ? [noticeText(one)] : []));
  expect(new Set(failed.map(({ subject }) => subject)).size).toBe(failed.length);
  for (const { text } of failed) expect(text).toMatch(/https:\/\/\S+/);
  const disabled = noticeText({ kind: "key_failed", ...about, provider: "gemini", status: "service_disabled" });
  expect(disabled.text).toContain("https://console.cloud.google.com/apis/library/generativelanguage.googleapis.com");
  expect(disabled.text).not.toMatch(/new key|no credit/);
});

test("money is shown in dollars and cents, and times in UTC", () => {
  expect(noticeText(ALL.find(({ kind }) => kind === "budget_80") ?? never()).text).toContain(
    "USD 8.00 of USD 10.00 in 2026-11 (UTC)",
  );
  expect(noticeText(ALL.find(({ kind }) => kind === "outage") ?? never()).text).toContain("since 2026-11-23 12:34 UTC");
});

test("the end of a model is announced with its day and, if known, its successor", () => {
  const [known, unknown] = ALL.filter(({ kind }) => kind === "model_ends").map((one) => noticeText(one));
  expect(known?.subject).toBe("OpenAI will shut down the model o3 on 2026-12-11");
  expect(known?.text).toContain('under "AI keys". OpenAI recommends gpt-5.6-sol.');
  expect(unknown?.text).toMatch(/under "AI keys"\.$/);
});

test("the mail says that a robot wrote it, and an agent's name adds no header", async () => {
  const agent_name = `Sup\r\nBcc: mallory@evil.example\r\n=?utf-8?q?port?= ${"x".repeat(500)}`;
  const words = noticeText({ kind: "no_ai_config", ...about, agent_name });
  const raw = await composeNotice({ ...words, from: "notices@agents.example", to: "alice@people.example" });
  const mail = await simpleParser(raw);
  expect(mail.headers.get("auto-submitted")).toBe("auto-generated");
  expect(mail.headers.get("x-auto-response-suppress")).toBe("All");
  expect(mail.headers.has("bcc")).toBe(false);
  expect(mail.from?.value).toEqual([{ name: "Latchkey", address: "notices@agents.example" }]);
  expect(mail.to).toMatchObject({ value: [{ address: "alice@people.example" }] });
  expect(mail.text).toContain("What to do: ");
});

test("no agent can have the address of notices", () => {
  const letters = new Set(randomId(4_000));
  expect([...NOTICES_LOCAL_PART].every((letter) => letters.has(letter))).toBe(false);
});

function never(): never {
  throw new Error("There is such a notice");
}
