import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type OutputFile } from "esbuild";
import { DeploymentError } from "./deployment-error.ts";
import { lean } from "./lean-bundles.ts";

/** Every Lambda: the folders under functions/. */
export const FUNCTIONS = [
  "auth",
  "ai-config",
  "agents",
  "conversations",
  "usage",
  "account",
  "openapi",
  "mail-router",
  "agent-runner",
  "delivery-events",
  "sweeper",
  "web-deployment",
  "rule-set-activation",
  "notifier",
  "account-deletion",
] as const;
export type FunctionName = (typeof FUNCTIONS)[number];

const OPTIONS = {
  write: false,
  bundle: true,
  platform: "node",
  target: "node24",
  format: "esm",
  outExtension: { ".js": ".mjs" },
  // A provider's SDK is imported where it is used; splitting keeps each in a file that only its use loads.
  splitting: true,
  chunkNames: "chunk-[hash]",
  // The ES modules of the AWS SDK shake off what is unused; its CommonJS, esbuild's default for Node, cannot.
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  logLevel: "error",
} as const satisfies BuildOptions;

/** Files of a function that it starts as a thread; each lies beside the entry under its own name. */
const THREADS: Partial<Record<FunctionName, string>> = { "agent-runner": "reading-thread.ts" };

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where a function's bundle lies; its entry is `index.mjs` with the export `handler`. */
export function bundleFolder(name: FunctionName): string {
  return join(root, "dist", "functions", name);
}

/**
 * Makes the bundles that the cloud and one machine both run. Nothing else in the project calls esbuild.
 * @throws DeploymentError that names the function whose code is missing or does not compile
 */
export async function bundleFunctions(): Promise<void> {
  await Promise.all(FUNCTIONS.map(bundle));
}

async function bundle(name: FunctionName): Promise<void> {
  const entry = join(root, "functions", name, "index.ts");
  if (!existsSync(entry)) throw cannotBundle(name, `functions/${name}/index.ts is missing`);
  const folder = bundleFolder(name);
  try {
    const thread = THREADS[name];
    const entryPoints = [entry, ...(thread === undefined ? [] : [join(root, "functions", name, thread)])];
    const { outputFiles } = await build({ ...OPTIONS, plugins: [lean], entryPoints, outdir: folder });
    await replaceFolder(folder, outputFiles);
  } catch (error) {
    if (error instanceof Error && "errors" in error) throw cannotBundle(name, "esbuild's reasons stand above");
    throw error;
  }
}

function cannotBundle(name: FunctionName, why: string): DeploymentError {
  return new DeploymentError(`The function ${name} cannot be bundled: ${why}.`);
}

// Files are written before the stale ones go, so a machine that is running on this folder never finds it empty.
async function replaceFolder(folder: string, files: OutputFile[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  await Promise.all(files.map((file) => writeFile(file.path, withRequire(file.text))));
  const kept = new Set(files.map((file) => basename(file.path)));
  const stale = (await readdir(folder)).filter((file) => !kept.has(file));
  await Promise.all(stale.map((file) => rm(join(folder, file), { recursive: true, force: true })));
}

/** A CommonJS package may call require() for a part of Node; an ES module has none until one is made. */
function withRequire(code: string): string {
  if (!code.includes("Dynamic require of")) return code;
  return `import{createRequire}from"node:module";const require=createRequire(import.meta.url);${code}`;
}
