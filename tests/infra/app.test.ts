import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";

function runApp(context: Record<string, unknown>, outdir?: string) {
  const CDK_CONTEXT_JSON = JSON.stringify({ stage: "none", ...context });
  const env = { ...process.env, CDK_CONTEXT_JSON, ...(outdir !== undefined && { CDK_OUTDIR: outdir }) };
  return spawnSync(process.execPath, ["infra/app.ts"], { env, encoding: "utf8" });
}

test("an invalid setting ends the app with one sentence and no stack trace", () => {
  const { status, stderr } = runApp({ mailDomain: "agents.latchkey.test", batchSize: "many" });
  expect(status).toBe(1);
  expect(stderr).toBe(
    'The setting batchSize is "many"; it takes a whole number from 1 to 10. ' +
      "Set it in infra/settings/none.json, or with -c batchSize=...\n",
  );
});

test("without a mail domain, bootstrap and destroy find the stack, and nothing can be deployed", () => {
  const outdir = mkdtempSync(join(tmpdir(), "unset-"));
  try {
    expect(runApp({}, outdir).status).toBe(0);
    // The CLI ends `deploy` and `diff` with this message.
    const metadata = readFileSync(join(outdir, "none-Latchkey.metadata.json"), "utf8");
    expect(metadata).toMatch(/"aws:cdk:error",\s*"data": "The setting mailDomain is not set; it takes /);
    const template: unknown = JSON.parse(readFileSync(join(outdir, "none-Latchkey.template.json"), "utf8"));
    const parsed = z.object({
      Rules: z.looseObject({ Unset: z.unknown() }),
      Resources: z.record(z.string(), z.unknown()),
    });
    const { Rules, Resources } = parsed.parse(template);
    expect(Rules.Unset).toMatchObject({ Assertions: [{ Assert: { "Fn::Equals": ["mailDomain", "set"] } }] });
    expect(Object.keys(Resources)).toEqual(["Nothing"]);
  } finally {
    rmSync(outdir, { recursive: true });
  }
});
