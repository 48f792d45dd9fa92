import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { lock } from "../../../local/data/lock.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-"));
  file = join(folder, "lock");
});
afterEach(() => rm(folder, { recursive: true }));

test("a held lock is refused, and can be taken again after its release", async () => {
  const release = await lock(file);
  expect(await readFile(file, "utf8")).toBe(String(process.pid));
  await expect(lock(file)).rejects.toThrow(`Process ${process.pid} already runs on this data folder`);
  await release();
  await (await lock(file))();
});

test("the lock of another running process is refused", async () => {
  const other = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(other, "spawn");
  await writeFile(file, String(other.pid));
  await expect(lock(file)).rejects.toThrow(`Process ${other.pid} already runs`);
  other.kill();
  await once(other, "exit");
  await (await lock(file))();
});

test("a stale lock with our own process id is taken over", async () => {
  await writeFile(file, String(process.pid));
  await (await lock(file))();
});

test("a lock file without a process id is taken over", async () => {
  await writeFile(file, "");
  await (await lock(file))();
});
