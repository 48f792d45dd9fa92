import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type * as z from "zod";

/** State that cannot be read back. Its message tells a person what to do. */
export function damagedStateError(path: string, cause: unknown): Error {
  const remedy = "Start with an empty one: npm start -- --fresh";
  return new Error(`The local data at ${path} cannot be read. ${remedy}`, { cause });
}

/** @throws Error naming the file and the remedy; a file that is not there gives `empty` */
export function readState<T extends z.ZodType>(path: string, schema: T, empty: z.infer<T>): z.infer<T> {
  try {
    return schema.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return empty;
    throw damagedStateError(path, error);
  }
}

/** Whole or not at all: a kill in the middle leaves the old file. Only its owner may read it, since it holds keys. */
export function writeState(path: string, state: object): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const next = `${path}.next`;
  writeFileSync(next, JSON.stringify(state), { mode: 0o600 });
  renameSync(next, path);
}
