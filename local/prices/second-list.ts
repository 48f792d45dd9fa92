import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** The package with the second list, in the Python registry. None of its code is run. */
const PACKAGE = "litellm";
/** The version with which our rows were last compared. */
const VERSION = "1.110.2";
const FILE = join(PACKAGE, "model_prices_and_context_window_backup.json");

/**
 * LiteLLM's table, read from its package in a temporary folder. @param newest the newest version instead of the pinned
 * one
 */
export async function secondList(newest: boolean): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-prices-"));
  try {
    const wanted = newest ? PACKAGE : `${PACKAGE}==${VERSION}`;
    const quietly = ["--no-deps", "--only-binary=:all:", "--disable-pip-version-check", "--quiet"];
    await run("python3", ["-m", "pip", "download", ...quietly, "--dest", folder, wanted]);
    const [wheel] = (await readdir(folder)).filter((name) => name.endsWith(".whl"));
    if (wheel === undefined) throw new Error(`pip loaded no wheel of ${wanted}`);
    await run("python3", ["-m", "zipfile", "--extract", join(folder, wheel), folder]);
    return JSON.parse(await readFile(join(folder, FILE), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
