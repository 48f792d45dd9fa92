import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ENVIRONMENT, type Started } from "./functions.ts";

const START = fileURLToPath(new URL("start.mjs", import.meta.url));
const TELL_FILES = new URL("tell-files.mjs", import.meta.url).href;

/** The function that does nothing. */
export const EMPTY: Pick<Started, "name" | "url" | "event"> = {
  name: "an empty handler",
  url: new URL("empty/index.mjs", import.meta.url).href,
  event: "{}",
};

/** A whole process in milliseconds, from its start to its end, and the CPU time that all its threads took. */
export type Taken = { ms: number; cpuMs: number };

/** @throws Error when the function does not answer */
export function wholeProcess(started: Pick<Started, "name" | "url" | "event">): Taken {
  const begun = performance.now();
  const cpuMs = Number(run(started, []));
  return { ms: performance.now() - begun, cpuMs };
}

/** Bytes of the bundle's files that are loaded before the function answers; its thread's are not among them. */
export function eagerBytes(started: Started): number {
  const files = run(started, ["--import", TELL_FILES])
    .split("\n")
    .filter((line) => line.startsWith("file:"))
    .map((url) => fileURLToPath(url));
  const own = files.filter((file) => file.startsWith(started.folder));
  return own.reduce((sum, file) => sum + statSync(file).size, 0);
}

function run({ name, url, event }: Pick<Started, "name" | "url" | "event">, options: string[]): string {
  const args = [...options, START, url, ...(event === undefined ? [] : [event])];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env: ENVIRONMENT, encoding: "utf8" });
  // Node shows the line of a bundle that threw, which is the whole bundle.
  if (status !== 0)
    throw new Error(`${name} did not start: ${/^\w*Error:.*/m.exec(stderr)?.[0] ?? stderr.slice(-500)}`);
  return stdout;
}
