import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, test } from "vitest";
import * as z from "zod";
import { bundleFolder, FUNCTIONS } from "../../infra/bundles.ts";
import { functionName } from "./roles.ts";
import { resourcesOf } from "./template.ts";

const environment = z.object({ Environment: z.object({ Variables: z.record(z.string(), z.unknown()) }).optional() });
const variables = new Map(
  resourcesOf("AWS::Lambda::Function").map((fn) => [
    functionName(fn),
    environment.parse(fn[1].Properties).Environment?.Variables ?? {},
  ]),
);

test.each(FUNCTIONS)("the bundle of %s starts with the environment that the template gives it", async (name) => {
  const script = `const m = await import(${JSON.stringify(pathToFileURL(join(bundleFolder(name), "index.mjs")))}); process.stdout.write(typeof m.handler)`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    env: { AWS_REGION: "us-east-1", ...standIns(variables.get(name) ?? {}) },
  });
  expect(stdout).toBe("function");
});

/**
 * Stands for values that CloudFormation fills in. A URL fits every variable except the pool's id, whose form
 * aws-jwt-verify checks.
 */
function standIns(given: Record<string, unknown>): Record<string, string> {
  const filled = Object.entries(given).map(([name, value]): [string, string] => {
    if (typeof value === "string") return [name, value];
    return [name, name === "USER_POOL_ID" ? "us-east-1_abcdefghi" : "https://example.com/stand-in"];
  });
  return Object.fromEntries(filled);
}

test("the code that reads a mail, with all of its packages, imports no module that unpacks, executes or fetches", async () => {
  const { metafile } = await build({
    ...{ bundle: true, write: false, metafile: true, platform: "node", format: "esm", mainFields: ["module", "main"] },
    entryPoints: ["mail/read-raw", "mail/read-mail", "prompt/build-prompt"].map(
      (name) => `functions/agent-runner/${name}.ts`,
    ),
    outdir: "unwritten",
  });
  const builtIn = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect([...new Set(builtIn)].sort()).toEqual(["node:buffer", "node:crypto", "node:url"]);
});
