import { expect, test } from "vitest";
import { MailReader } from "../../../../functions/agent-runner/mail/mail-reader.ts";
import { readRaw } from "../../../../functions/agent-runner/mail/read-raw.ts";
import { KNOWN } from "../../../support/reading-cost.ts";

const script = new URL("../../../support/stubborn-thread.ts", import.meta.url);
const HEAD = "From: alice@customer.example\r\nMessage-ID: <1@customer.example>\r\nSubject: Hours\r\n";

function mail(header = "", body = "When do you open?\r\n\r\nOn 3 May 2026, Bob wrote:\r\n> We moved.\r\n"): Buffer {
  return Buffer.from(`${HEAD}${header && `${header}\r\n`}\r\n${body}`);
}
const html = mail("Content-Type: text/html", "<p>When do you <b>open</b>?</p>");
const large = mail("", "When do you open?\r\n".repeat(20_000));

test.each([
  ["of text", mail()],
  ["of HTML", html],
  ["that is large", large],
  ["from a robot", mail("Auto-Submitted: auto-replied")],
  ["of no bytes", Buffer.of()],
  ["too large to be read", Buffer.alloc(11 * 1024 * 1024)],
])("a mail %s is read in a thread with the same result as without one", async (_, raw) => {
  const inPlace = await readRaw(Buffer.from(raw), KNOWN);
  expect(await new MailReader().read(raw, KNOWN)).toEqual(inPlace);
});

test.each([
  ["hang", "time"],
  ["spin", "time"],
  ["memory", "ERR_WORKER_OUT_OF_MEMORY"],
  ["throw", "Error"],
  ["exit", "exit"],
])("a mail that makes the thread %s is ended, and the next one is read", async (what, ended) => {
  const reader = new MailReader({ script, limitMs: ended === "time" ? 3_000 : 60_000 });
  expect(await reader.read(mail(`X-Test: ${what}`), KNOWN)).toEqual({ ended });
  expect(await reader.read(mail(), KNOWN)).toHaveProperty("mail.subject", "Hours");
});

test("three hanging mails are aborted and do not delay others", async () => {
  const reader = new MailReader({ script, limitMs: 10_000, patienceMs: 20 });
  const ended: string[] = [];
  const reading = (name: string, raw: Buffer) => reader.read(raw, KNOWN).then(() => ended.push(name));
  const all = ["one", "two", "three"].map((name) => reading(name, mail("X-Test: hang")));
  await reading("ordinary", mail());
  expect(ended).toEqual(["ordinary"]);
  await Promise.all(all);
  expect(ended.toSorted()).toEqual(["one", "ordinary", "three", "two"]);
});

test("if more mails hang than there are threads, exactly those are aborted", async () => {
  const reader = new MailReader({ script, limitMs: 1_000, patienceMs: 20, threads: 2 });
  const mails = Array.from({ length: 5 }, () => mail("X-Test: hang"));
  const outcomes = await Promise.all([...mails, mail()].map((raw) => reader.read(raw, KNOWN)));
  expect(outcomes.slice(0, 5)).toEqual(mails.map(() => ({ ended: "time" })));
  expect(outcomes.at(-1)).toHaveProperty("mail.subject", "Hours");
});

test("many concurrent ordinary mails are read by one thread, each correctly", async () => {
  const reader = new MailReader({ threads: 1 });
  const names = Array.from({ length: 20 }, (_, i) => `Order ${i}`);
  const outcomes = await Promise.all(names.map((name) => reader.read(mail("", `${name}\r\n`), KNOWN)));
  expect(outcomes.map((outcome) => ("text" in outcome ? outcome.text : ""))).toEqual(names);
});
