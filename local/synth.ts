import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const root = fileURLToPath(new URL("..", import.meta.url));
const cdkJson = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/** The CDK CLI asks for this too: each function then names the folder of its bundle, which local/ runs. */
const CLI_DEFAULTS = { "aws:cdk:enable-asset-metadata": true };

export type Synthesis = {
  /** Where the cloud assembly goes, from the repository's root; `cdk.out` by default. */
  outdir?: string;
  /** Settings on top of cdk.json's, see infra/settings.ts. */
  context?: Record<string, unknown>;
};

/**
 * Makes the bundles and the template, as `cdk deploy` would, with no CDK CLI, network or account.
 * @throws Error when the CDK app fails; what it says has gone to stderr by then.
 */
export async function synthesize({ outdir = "cdk.out", context = {} }: Synthesis = {}): Promise<void> {
  const inFile = cdkJson.parse(JSON.parse(await readFile(join(root, "cdk.json"), "utf8"))).context;
  const merged = { ...CLI_DEFAULTS, mailDomain: "agents.latchkey.test", ...inFile, ...context };
  const app = spawn(process.execPath, ["infra/app.ts"], {
    cwd: root,
    // The two variables by which the CDK CLI, too, talks to an app.
    env: { ...process.env, CDK_OUTDIR: resolve(root, outdir), CDK_CONTEXT_JSON: JSON.stringify(merged) },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(app, "exit");
  if (code !== 0) throw new Error("The template could not be made; the reason stands above.");
}

if (import.meta.main) {
  try {
    await synthesize();
  } catch {
    process.exitCode = 1;
  }
}
