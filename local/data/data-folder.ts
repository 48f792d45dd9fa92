import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import type { OutboxFiles } from "../mail/outbox.ts";
import { DataError } from "./data-error.ts";
import { lock } from "./lock.ts";

/** Marks a folder as ours, so that `--fresh` never empties another one. */
const MARKER = "latchkey.json";
const LOCK = "lock";
const marker = z.object({ format: z.literal(1) });

export type DataFolder = {
  /** The state of the AWS emulators. */
  aws: string;
  /** The sent mails, and the ids of those that SES has reported. */
  outbox: OutboxFiles;
  /** Releases the folder for another process. */
  release(): Promise<void>;
};

/**
 * Opens the folder that keeps the machine's state, and creates it if it does not exist.
 * @param fresh empties it first
 * @throws DataError when it is in use, damaged, or not ours
 */
export async function openDataFolder(path: string, { fresh = false } = {}): Promise<DataFolder> {
  // The folder contains keys, codes and mails, so no other user of this machine may read it.
  await mkdir(path, { recursive: true, mode: 0o700 });
  const entries = (await readdir(path)).filter((name) => name !== LOCK);
  if (entries.length > 0) await checkMarker(path, fresh);
  const release = await lock(join(path, LOCK));
  if (fresh) await Promise.all(entries.map((name) => rm(join(path, name), { recursive: true, force: true })));
  await writeFile(join(path, MARKER), JSON.stringify({ format: 1 }));
  await mkdir(join(path, "aws"), { recursive: true });
  const outbox = { outbox: join(path, "outbox.jsonl"), reported: join(path, "reported.jsonl") };
  return { aws: join(path, "aws"), outbox, release };
}

async function checkMarker(path: string, fresh: boolean): Promise<void> {
  const text = await readFile(join(path, MARKER), "utf8").catch(() => undefined);
  if (text === undefined) {
    throw new DataError(`${path} is not empty and holds no data of Latchkey. Give an empty folder with --data.`);
  }
  try {
    marker.parse(JSON.parse(text));
  } catch (error) {
    if (!isNamed(error, "SyntaxError", "ZodError")) throw error;
    if (!fresh) throw new DataError(`The data folder ${path} is damaged. Empty it with: npm start -- --fresh`);
  }
}
