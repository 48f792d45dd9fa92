import { createHash } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** All that the bundles, the web app and the template are made from; npm's own list says what is installed. */
const SOURCES = [
  "infra",
  "functions",
  "shared",
  "web",
  "local/synth.ts",
  "local/synth-inputs.ts",
  "cdk.json",
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "node_modules/.package-lock.json",
];
/** The outputs besides the cloud assembly. */
const OUTPUTS = ["web/dist", "dist/functions"];
const KEY_FILE = "made-from";

/** The folders of a synthesis, and the settings that it is made with. */
type Made = { folder?: string; outdir: string; settings: string };

/** True when the last synthesis into this folder had the same sources and settings, and nothing has touched its results. */
export async function isMade({ folder = root, outdir, settings }: Made): Promise<boolean> {
  const key = await readFile(join(outdir, KEY_FILE), "utf8").catch(() => undefined);
  return key !== undefined && key === (await keyOf({ folder, outdir, settings }));
}

/** Records that the current outputs were made from the current sources. */
export async function rememberMade({ folder = root, outdir, settings }: Made): Promise<void> {
  await writeFile(join(outdir, KEY_FILE), await keyOf({ folder, outdir, settings }));
}

/** Sources count by their content, since a checkout changes their times; results by size and time, which is quicker. */
async function keyOf({ folder, outdir, settings }: Required<Made>): Promise<string> {
  const hash = createHash("sha256").update(JSON.stringify([settings, process.version]));
  for (const source of SOURCES) {
    for (const file of await filesIn(join(folder, source))) {
      hash.update(JSON.stringify(file)).update(
        createHash("sha256")
          .update(await readFile(file))
          .digest(),
      );
    }
  }
  for (const output of [outdir, ...OUTPUTS.map((one) => join(folder, one))]) {
    for (const file of await filesIn(output, [])) {
      const { size, mtimeMs } = await stat(file);
      if (!file.endsWith(KEY_FILE)) hash.update(JSON.stringify([file, size, mtimeMs]));
    }
  }
  return hash.digest("hex");
}

/** Sorted; a path that is not there has none. */
async function filesIn(path: string, without = ["dist", "node_modules"]): Promise<string[]> {
  const entry = await stat(path).catch(() => undefined);
  if (entry === undefined) return [];
  if (entry.isFile()) return [path];
  const names = (await readdir(path)).filter((name) => !without.includes(name)).sort();
  return (await Promise.all(names.map((name) => filesIn(join(path, name), without)))).flat();
}
