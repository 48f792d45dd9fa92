import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { isMade, rememberMade } from "./synth-inputs.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The CDK CLI sets this too. Each function then names the folder of its bundle, which local/ runs. */
const CLI_DEFAULTS = { "aws:cdk:enable-asset-metadata": true };
const MACHINE = {
  stackName: "Latchkey",
  mailDomain: "agents.latchkey.test",
  operatorAddress: "operator@latchkey.test",
};

export type Synthesis = {
  /** Where the cloud assembly goes, relative to the repository's root. The default is `cdk.out`. */
  outdir?: string;
  /** Selects the settings `infra/settings/STAGE.json`. Without it, only `context` applies. */
  stage?: string;
  /** Settings that override those, see infra/settings.ts. */
  context?: Record<string, unknown>;
};

/**
 * Builds the bundles and the template as `cdk deploy` would, without the CDK CLI, a network or an account. What has not
 * changed is not built again.
 * @throws Error when the CDK app fails; its message has gone to stderr by then
 */
export async function synthesize({ outdir = "cdk.out", stage = "none", context = {} }: Synthesis = {}): Promise<void> {
  const merged = { ...CLI_DEFAULTS, "latchkey:machine": MACHINE, stage, ...context };
  const made = { outdir: resolve(root, outdir), settings: JSON.stringify(merged) };
  if (await isMade(made)) return;
  const app = spawn(process.execPath, ["infra/app.ts"], {
    cwd: root,
    // The two variables by which the CDK CLI, too, talks to an app.
    env: { ...process.env, CDK_OUTDIR: made.outdir, CDK_CONTEXT_JSON: made.settings },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const [code] = await once(app, "exit");
  if (code !== 0) throw new Error("The template could not be made. The reason is printed above.");
  await rememberMade(made);
}

if (import.meta.main) {
  try {
    await synthesize();
  } catch {
    process.exitCode = 1;
  }
}
