import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openDataFolder } from "../../../local/data/data-folder.ts";
import { Outbox } from "../../../local/mail/outbox.ts";

let parent: string;
let path: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "latchkey-"));
  path = join(parent, "data");
});
afterEach(() => rm(parent, { recursive: true }));

const mail = { from: "a@x.test", to: ["b@x.test"], raw: "Subject: x\r\n\r\n", run_id: null, sent_at: "now" };

async function mailsIn(files: Parameters<typeof Outbox.open>[0]): Promise<unknown[]> {
  const mails = [];
  for await (const mail of (await Outbox.open(files)).mails()) mails.push(mail);
  return mails;
}

test("stored data is there at the next start, and gone after a fresh one", async () => {
  const first = await openDataFolder(path);
  await (await Outbox.open(first.outbox)).add(mail);
  await first.release();

  const second = await openDataFolder(path);
  expect(await mailsIn(second.outbox)).toEqual([mail]);
  await second.release();

  const third = await openDataFolder(path, { fresh: true });
  expect(await mailsIn(third.outbox)).toEqual([]);
  await third.release();
});

test("a folder with foreign files is left alone, even by a fresh start", async () => {
  await writeFile(join(parent, "thesis.txt"), "years of work");
  await expect(openDataFolder(parent, { fresh: true })).rejects.toThrow(/holds no data of Latchkey/);
  expect(await readdir(parent)).toEqual(["thesis.txt"]);
});

test("a folder in use is not emptied by a fresh start", async () => {
  const first = await openDataFolder(path);
  await (await Outbox.open(first.outbox)).add(mail);
  await expect(openDataFolder(path, { fresh: true })).rejects.toThrow(/already runs/);
  expect((await Outbox.open(first.outbox)).mails).toHaveLength(1);
  await first.release();
});

test("a damaged folder causes a clear error, and a fresh start repairs it", async () => {
  const first = await openDataFolder(path);
  await first.release();
  await writeFile(join(path, "latchkey.json"), "{");
  await expect(openDataFolder(path)).rejects.toThrow(/is damaged.*--fresh/);
  await (await openDataFolder(path, { fresh: true })).release();
});

test("the error for a damaged outbox names it", async () => {
  const { outbox, release } = await openDataFolder(path);
  await writeFile(outbox.outbox, '{"from":\n');
  await expect(Outbox.open(outbox)).rejects.toThrow(/outbox\.jsonl is damaged/);
  await release();
});
