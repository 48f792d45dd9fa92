import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Outbox, type OutboxFiles } from "../../../local/mail/outbox.ts";

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

test("a mail that SES was ended before it told of is still to be told of at the next start, and then no more", async () => {
  const first = await Outbox.open(files);
  await first.addSent(mail("told"));
  await first.markReported(mail("told"));
  await first.addSent(mail("untold"));

  const second = await Outbox.open(files);
  expect(second.unreported).toEqual([mail("untold")]);
  expect(second.mails.map(({ run_id }) => run_id)).toEqual(["run-of-told", "run-of-untold"]);
  await second.markReported(mail("untold"));

  expect((await Outbox.open(files)).unreported).toEqual([]);
});

test("a mail that a kill has cut off in the middle has not left, and the next one is a line of its own", async () => {
  await (await Outbox.open(files)).addSent(mail("whole"));
  const whole = await readFile(files.outbox, "utf8");
  await appendFile(files.outbox, whole.slice(0, 40));

  const second = await Outbox.open(files);
  expect(second.mails).toHaveLength(1);
  await second.addSent(mail("after"));
  expect((await Outbox.open(files)).mails.map(({ run_id }) => run_id)).toEqual(["run-of-whole", "run-of-after"]);
});
