import { readFile, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { DataError } from "./data-error.ts";

/** The lock files that this process holds. Another lock file with this process's id was left by an earlier process. */
const held = new Set<string>();

/**
 * Locks a folder for this process with a file that contains the process id. It takes over the lock of a dead process.
 * @returns a function that releases the lock
 * @throws DataError when another living process holds it
 */
export async function lock(path: string): Promise<() => Promise<void>> {
  const file = resolve(path);
  if (!(await tryTake(file))) {
    const holder = Number(await readFile(file, "utf8").catch(() => ""));
    if (held.has(file) || (holder !== process.pid && isAlive(holder))) {
      throw new DataError(
        `Process ${holder} already runs on this data folder. Stop it, or if it is not Latchkey, delete ${file}.`,
      );
    }
    await rm(file, { force: true });
    if (!(await tryTake(file))) throw new DataError(`Another process has just taken this data folder (${file}).`);
  }
  held.add(file);
  return async () => {
    held.delete(file);
    await rm(file, { force: true });
  };
}

async function tryTake(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists and belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
