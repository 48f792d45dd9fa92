import { execFile } from "node:child_process";
import { chmod } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { lean } from "../infra/lean-bundles.ts";

/**
 * `npm run packages`: the client as JavaScript with its types, and `latchkey-mcp` as one file that needs nothing but Node.
 * Inside this repository both run from their sources.
 */
const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The file that `npx latchkey-mcp` runs. */
export const MCP = path("mcp/dist/latchkey-mcp.mjs");

export async function buildMcp(): Promise<void> {
  await build({
    entryPoints: [path("mcp/src/stdio.ts")],
    outfile: MCP,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    mainFields: ["module", "main"],
    minify: true,
    legalComments: "none",
    logLevel: "error",
    plugins: [lean],
  });
  await chmod(MCP, 0o755);
}

async function buildClient(): Promise<void> {
  const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
  await promisify(execFile)(process.execPath, [tsc, "-p", path("client")]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await Promise.all([buildMcp(), buildClient()]);
  process.stdout.write("Wrote packages/client/dist and packages/mcp/dist\n");
}
