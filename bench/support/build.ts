import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { progress } from "./progress.ts";

const run = promisify(execFile);
const HERE = fileURLToPath(new URL("../..", import.meta.url));

/** A checkout of the project with its packages installed. */
export type Build = { name: string; root: string };

export const THIS_BUILD: Build = { name: "this build", root: HERE };

/**
 * The builds of a bench: the base first, then this one. The base is a git worktree in a temporary folder with packages
 * of its own, and goes when the set is disposed of.
 * @param base a commit, or "none"
 */
export async function buildsOf(base: string): Promise<AsyncDisposable & { builds: Build[] }> {
  if (base === "none") return { builds: [THIS_BUILD], [Symbol.asyncDispose]: async () => {} };
  const folder = await mkdtemp(join(tmpdir(), "latchkey-base-"));
  const root = join(folder, "tree");
  const remove = async () => {
    await run("git", ["worktree", "remove", "--force", root], { cwd: HERE }).catch(() => {});
    await rm(folder, { recursive: true, force: true });
  };
  try {
    progress(`Checking out ${base} and installing its packages`);
    await run("git", ["worktree", "add", "--detach", root, base], { cwd: HERE });
    await run("npm", ["ci", "--prefer-offline", "--no-progress"], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  } catch (error) {
    await remove();
    throw error;
  }
  return { builds: [{ name: `build of ${base.slice(0, 7)}`, root }, THIS_BUILD], [Symbol.asyncDispose]: remove };
}

/** Limits that a burst of one machine meets and no bench is about. */
const SETTINGS = { repliesPerHour: "100000000", repliesPerDay: "100000000", ownerShare: "100" };

/** Makes the bundles, the web app and the template of a build, with room for as many replies as a bench sends. */
export async function synthesize({ name, root }: Build): Promise<void> {
  progress(`Making the bundles and the template of ${name}`);
  const code = `import("./local/synth.ts").then((m) => m.synthesize({ context: ${JSON.stringify(SETTINGS)} }))`;
  await run(process.execPath, ["--input-type=module", "-e", code], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
}
