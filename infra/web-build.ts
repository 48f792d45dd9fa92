import { cp, readdir, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { FileSystem } from "aws-cdk-lib";
import { INDEX } from "../shared/web/files.ts";
import { bundleFolder } from "./bundles.ts";
import { DeploymentError } from "./deployment-error.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the built web app lies. */
export const WEB_DIST = join(root, "web", "dist");

/** All that the build is made from; of shared/ it takes the table of routes and what a list is filtered by. */
const SOURCES = [
  "web/src",
  "web/public",
  "web/index.html",
  "web/vite.config.ts",
  "web/route-table.ts",
  "shared/api",
  "shared/runs/run-filter.ts",
  "infra/web-build.ts",
  "package-lock.json",
].map((path) => join(root, path));

/**
 * Builds the web app, unless nothing has changed since the last time.
 * @throws DeploymentError when it does not build
 */
export async function buildWeb(): Promise<void> {
  if ((await newest(SOURCES)) < (await changedAt(join(WEB_DIST, INDEX)))) return;
  // Vite keeps a NODE_ENV that is set, and that of a test would put React's development build into the files.
  process.env["NODE_ENV"] = "production";
  const { build } = await import("vite");
  try {
    await build({ root: join(root, "web"), logLevel: "error" });
  } catch (error) {
    if (error instanceof Error) process.stderr.write(`${error.message}\n`);
    throw new DeploymentError("The web app cannot be built; the reason stands above.");
  }
}

/** Puts the built web app beside the bundle of the function that takes it to its bucket; the bundles are made first. */
export async function packWeb(): Promise<void> {
  await cp(WEB_DIST, join(bundleFolder("web-deployment"), "web"), {
    recursive: true,
    // The build's list of its own files is of no use to a browser.
    filter: (path) => basename(path) !== ".vite",
  });
}

/** Another one for each other build. */
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
