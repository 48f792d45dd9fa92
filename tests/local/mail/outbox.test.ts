import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Outbox, type OutboxFiles, type OutgoingMail } from "../../../local/mail/outbox.ts";

let folder: string;
let files: OutboxFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  files = { outbox: join(folder, "outbox.jsonl"), reported: join(folder, "reported.jsonl") };
});
afterEach(() => rm(folder, { recursive: true }));

const mail = (id: string) => ({
  ses_message_id: id,
  from: "support@agents.test",
  to: ["carol@example.org"],
  raw: `Subject: ${id}\r\n\r\nHello`,
  tags: { user_id: "alice", run_id: `run-of-${id}` },
  configuration_set: "replies",
  sent_at: "2026-11-25T12:00:00.000Z",
});

async function mailsOf(outbox: Outbox, newest?: number): Promise<OutgoingMail[]> {
  const mails: OutgoingMail[] = [];
  for await (const one of outbox.mails(newest)) mails.push(one);
  return mails;
}

async function runsOf(outbox: Outbox, newest?: number): Promise<(string | null)[]> {
  return (await mailsOf(outbox, newest)).map(({ run_id }) => run_id);
}

test.each(["on disk", "in memory"])(
  "only the newest mails %s are returned, oldest first and complete",
  async (where) => {
    const outbox = await Outbox.open(where === "on disk" ? files : undefined);
    for (const id of ["1", "zwei-ü", "3"]) await outbox.addSent(mail(id));
    expect(await runsOf(outbox)).toEqual(["run-of-1", "run-of-zwei-ü", "run-of-3"]);
    expect(await runsOf(outbox, 2)).toEqual(["run-of-zwei-ü", "run-of-3"]);
    expect((await mailsOf(outbox, 2))[0]?.raw).toBe("Subject: zwei-ü\r\n\r\nHello");
  },
);

test("a mail whose event was not published before the process ended is published once at the next start", async () => {
  const first = await Outbox.open(files);
  await first.addSent(mail("told"));
  await first.markReported(mail("told"));
  await first.addSent(mail("untold"));

  const second = await Outbox.open(files);
  expect(second.unreported).toEqual([mail("untold")]);
  expect(await runsOf(second)).toEqual(["run-of-told", "run-of-untold"]);
  await second.markReported(mail("untold"));

  expect((await Outbox.open(files)).unreported).toEqual([]);
});

test("a mail that a kill cut off counts as not sent, and the next mail starts on its own line", async () => {
  await (await Outbox.open(files)).addSent(mail("whole"));
  const whole = await readFile(files.outbox, "utf8");
  await appendFile(files.outbox, whole.slice(0, 40));

  const second = await Outbox.open(files);
  expect(await runsOf(second)).toHaveLength(1);
  await second.addSent(mail("after"));
  expect(await runsOf(await Outbox.open(files))).toEqual(["run-of-whole", "run-of-after"]);
});
