import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildOptions, build, type OutputFile } from "esbuild";
import { DeploymentError } from "./deployment-error.ts";
import { lean } from "./lean-bundles.ts";
import { writeChanged } from "./write-changed.ts";

/** Every Lambda: the folders under functions/. */
export const FUNCTIONS = [
  "auth",
  "ai-config",
  "agents",
  "mailboxes",
  "conversations",
  "domains",
  "domain-checks",
  "usage",
  "account",
  "tokens",
  "authorizer",
  "webhooks",
  "openapi",
  "mcp",
  "mail-router",
  "agent-runner",
  "delivery-events",
  "sweeper",
  "web-deployment",
  "rule-set-activation",
  "notifier",
  "operator-mail",
  "webhook-sender",
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
  // A provider's SDK is imported on first use. Splitting puts each into a file that is loaded only then.
  splitting: true,
  chunkNames: "chunk-[hash]",
  // esbuild removes unused code from the AWS SDK's ES modules, but not from its CommonJS, the default for Node.
  mainFields: ["module", "main"],
  minify: true,
  legalComments: "none",
  logLevel: "error",
} as const satisfies BuildOptions;

/** Files that a function starts as worker threads. Each is beside the entry under its own name. */
const THREADS: Partial<Record<FunctionName, string>> = { "agent-runner": "reading-thread.ts" };

/** The folder in the bundle of `web-deployment` that packWeb (web-build.ts) fills. */
export const PACKED_WEB = "web";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The folder of a function's bundle. Its entry is `index.mjs` with the export `handler`. */
export function bundleFolder(name: FunctionName): string {
  return join(root, "dist", "functions", name);
}

/**
 * Makes the bundles that run both in the cloud and on one machine. Nothing else in the project calls esbuild.
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
    if (error instanceof Error && "errors" in error) throw cannotBundle(name, "esbuild's errors are printed above");
    throw error;
  }
}

function cannotBundle(name: FunctionName, why: string): DeploymentError {
  return new DeploymentError(`The function ${name} cannot be bundled: ${why}.`);
}

// New files are written before stale ones are removed, so a machine that runs on this folder never finds it empty.
async function replaceFolder(folder: string, files: OutputFile[]): Promise<void> {
  await Promise.all(files.map((file) => writeChanged(file.path, Buffer.from(withRequire(file.text)))));
  const kept = new Set([...files.map((file) => basename(file.path)), PACKED_WEB]);
  const stale = (await readdir(folder)).filter((file) => !kept.has(file));
  await Promise.all(stale.map((file) => rm(join(folder, file), { recursive: true, force: true })));
}

/** A CommonJS package may call require() for a built-in module. An ES module must create that function first. */
function withRequire(code: string): string {
  if (!code.includes("Dynamic require of")) return code;
  return `import{createRequire}from"node:module";const require=createRequire(import.meta.url);${code}`;
}
