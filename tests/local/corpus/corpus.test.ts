import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mutate, randomNumbers } from "../../../local/corpus/mutate.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-corpus-"));
const file = (path: string, text: string) => writeFileSync(join(folder, path), text);
const corpus = (...args: string[]) =>
  execFileSync(process.execPath, ["local/corpus/corpus.ts", ...args], { encoding: "utf8" });

beforeAll(() => {
  for (const name of ["mails", "emails", "trimmed"]) mkdirSync(join(folder, name));
  file("mails/a.eml", "From: a@b.example\n\nHello\n");
  file(
    "mails/b.msg",
    "From: a@b.example\nAuto-Submitted: auto-replied\nContent-Transfer-Encoding: base64\n\nSGVsbG8=\n",
  );
  file("mails/b_decoded_1.txt", "Hello\r\n");
  file("mails/notes.txt", "no mail");
  file("emails/one.txt", "New\n\nOn 1.1.2026 10:00 a <a@b.example> wrote:\n> old\n");
  file("emails/two.txt", "Other\n");
  file("trimmed/one.txt", "New\n");
  file("trimmed/two.txt", "Not this\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

test("the report on a corpus counts decisions and compares the decoded parts", () => {
  expect(corpus(join(folder, "mails"))).toBe(`2 messages, 0 could not be read, 0 hold more than new text
  1 answer
  1 skip auto_submitted
1 of 1 decoded parts as expected
`);
});

test("replies are compared with the expected ones, and differences are listed", () => {
  expect(corpus(join(folder, "emails"))).toContain(
    `1 of 2 replies as expected\n  not ${join(folder, "emails", "two.txt")}`,
  );
});

test("the same seed makes the same mutations", () => {
  const raw = Buffer.from("Subject: x\n\nHello\n".repeat(10));
  const changes = (seed: number) => {
    const random = randomNumbers(seed);
    return Array.from({ length: 20 }, () => mutate(raw, random).toString("latin1"));
  };
  expect(changes(1)).toEqual(changes(1));
  expect(changes(1)).not.toEqual(changes(2));
  expect(new Set(changes(1)).size).toBeGreaterThan(15);
});

test("mutated mails can be read too", () => {
  expect(corpus(join(folder, "mails"), "--mutations", "200")).toContain("200 mutations (seed 1), 0 could not be read");
});

test("without a folder it prints its usage", () => {
  const { status, stderr } = spawnSync(process.execPath, ["local/corpus/corpus.ts"], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^npm run corpus -- FOLDER/);
});
