import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { applyChange } from "./support/examples/apply-change.ts";
import { type Change, readExample, sizeOf } from "./support/examples/read-example.ts";

/** The pages of docs/examples/, done to one copy of the sources: what they say is all that it takes. */

const NAMES = ["route", "setting", "hold-reason", "provider", "agent-type", "notice"];
const FOLDERS = ["bench", "docs", "functions", "infra", "local", "packages", "shared", "tests", "web"];
const FILES = ["package.json", "tsconfig.json", "vitest.config.ts", "README.md", "CONTRIBUTING.md"];
const LEFT_OUT = ["node_modules", "dist", "screenshots"];

let copy: string;
const examples = new Map<string, Change[]>();
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "latchkey-examples-"));
  const filter = (path: string) => !LEFT_OUT.includes(basename(path));
  await Promise.all([...FOLDERS, ...FILES].map((path) => cp(path, join(copy, path), { recursive: true, filter })));
  for (const folder of ["node_modules", "packages/client/node_modules"])
    await symlink(resolve(folder), join(copy, folder));
  for (const name of NAMES) {
    const changes = await readExample(name);
    examples.set(name, changes);
    for (const change of changes) await applyChange(change, copy);
  }
  for (const file of ["infra/write-openapi.ts", "packages/client/write-types.ts"]) expect(await run([file])).toBe("");
});
afterAll(() => rm(copy, { recursive: true }));

test.each(NAMES)("CONTRIBUTING.md tells how large the example %s is", async (name) => {
  const { lines, files, testLines } = sizeOf(examples.get(name) ?? []);
  expect(lines).toBeGreaterThan(0);
  const guide = await readFile("CONTRIBUTING.md", "utf8");
  const row = guide.split("\n").find((line) => line.includes(`(docs/examples/${name}.md)`));
  expect(row?.replace(/^\| \[.*?\]\(.*?\) /, "")).toBe(`| ${lines} | ${files} | ${testLines} |`);
});

test.each(["tsconfig.json", "web/tsconfig.json"])(
  "with all of them, %s compiles: no table elsewhere misses one",
  async (project) => {
    expect(await run(["node_modules/typescript/bin/tsc", "--noEmit", "-p", project])).toBe("");
  },
);

/** Tests that name each provider, and so must run over the added one too. */
const OVER_PROVIDERS = [
  "tests/shared/providers/contract.test.ts",
  "tests/shared/providers/secrecy.test.ts",
  "tests/shared/providers/wire.test.ts",
  "tests/shared/providers/check-key.test.ts",
  "tests/shared/providers/faults.test.ts",
];
const OTHERS = [
  "tests/shared/providers/refusals.test.ts",
  "tests/shared/ai-configs/vault.test.ts",
  "tests/shared/api/openapi.test.ts",
  "tests/shared/api/routes.test.ts",
  "tests/shared/http/api-handler.test.ts",
  "tests/shared/runs/reasons.test.ts",
];

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), failureMessages: z.array(z.string()) })),
    }),
  ),
});

test("with all of them, their own tests pass, and so do those that look at every provider, route and reason", async () => {
  const touched = [...examples.values()].flat().map(({ file }) => file);
  const files = [...new Set([...touched.filter((file) => file.endsWith(".test.ts")), ...OVER_PROVIDERS, ...OTHERS])];
  const out = join(copy, "report.json");
  const vitest = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "--reporter", "json"];
  await run([...vitest, "--outputFile", out, ...files]);
  const { testResults } = report.parse(JSON.parse(await readFile(out, "utf8")));
  const failures = testResults.flatMap(({ name, message, assertionResults }) =>
    [message, ...assertionResults.flatMap(({ failureMessages }) => failureMessages)]
      .filter((text) => text !== "")
      .map((text) => `${name}: ${text}`),
  );
  expect(failures).toEqual([]);
  expect(testResults.map(({ status }) => status)).toEqual(files.map(() => "passed"));
  const namesIn = (file: string) =>
    testResults.find(({ name }) => name.endsWith(file))?.assertionResults.map(({ fullName }) => fullName) ?? [];
  for (const file of OVER_PROVIDERS) expect(namesIn(file).join("\n"), file).toMatch(/\bexample\b/);
});

/** Runs Node in the copy. @returns what was said by a program that failed */
function run(args: string[]): Promise<string> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done(error === null ? "" : `${stdout}${stderr}`),
    );
  });
}
