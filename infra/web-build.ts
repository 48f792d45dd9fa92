import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { FileSystem } from "aws-cdk-lib";
import { INDEX } from "../shared/web/files.ts";
import { bundleFolder, PACKED_WEB } from "./bundles.ts";
import { DeploymentError } from "./deployment-error.ts";
import { writeChanged } from "./write-changed.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The folder of the built web app. */
export const WEB_DIST = join(root, "web", "dist");

/** The inputs of the build. */
const SOURCES = [
  "web/src",
  "web/public",
  "web/index.html",
  "web/vite.config.ts",
  "web/route-table.ts",
  "shared",
  "infra/web-build.ts",
  "package-lock.json",
].map((path) => join(root, path));

/**
 * Builds the web app if its inputs have changed since the last build.
 * @throws DeploymentError when the build fails
 */
export async function buildWeb(): Promise<void> {
  if ((await newest(SOURCES)) < (await changedAt(join(WEB_DIST, INDEX)))) return;
  // Vite keeps an existing NODE_ENV. A test's value would put React's development build into the files.
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  try {
    await build({ root: join(root, "web"), logLevel: "error" });
  } catch (error) {
    if (error instanceof Error) process.stderr.write(`${error.message}\n`);
    throw new DeploymentError("The web app cannot be built. The reason is printed above.");
  }
}

/** Copies the built web app beside the bundle of the function that uploads it. The bundles are made first. */
export async function packWeb(): Promise<void> {
  const folder = join(bundleFolder("web-deployment"), PACKED_WEB);
  const built = await filesIn(WEB_DIST);
  // Browsers do not need the build's manifest.
  const files = built.filter((file) => !file.startsWith(".vite"));
  await Promise.all(files.map(async (file) => writeChanged(join(folder, file), await readFile(join(WEB_DIST, file)))));
  const stale = (await filesIn(folder)).filter((file) => !files.includes(file));
  await Promise.all(stale.map((file) => rm(join(folder, file), { force: true })));
}

/** The paths of all files in a folder, relative to it. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

/** Differs between different builds. */
export function webFingerprint(): string {
  return FileSystem.fingerprint(WEB_DIST);
}

/** Folders count too: a file that is deleted changes only its folder's time. */
async function newest(paths: string[]): Promise<number> {
  const times = await Promise.all(
    paths.map(async (path) => {
      const inside = await readdir(path).catch((): string[] => []);
      return Math.max(await changedAt(path), await newest(inside.map((name) => join(path, name))));
    }),
  );
  return Math.max(0, ...times);
}

async function changedAt(path: string): Promise<number> {
  return stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );
}
