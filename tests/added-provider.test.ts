import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";

/** The worked example of CONTRIBUTING.md, done to a copy of the sources: what it says is all that it takes. */

type Change = { file: string; lines: string[] };

const guide = await readFile("CONTRIBUTING.md", "utf8");
const changes = readChanges(/^```diff\n(.*?)^```$/ms.exec(guide)?.[1] ?? "");

const FOLDERS = ["docs", "functions", "infra", "local", "shared", "tests", "web"];
const FILES = ["package.json", "tsconfig.json", "vitest.config.ts", "README.md", "CONTRIBUTING.md"];
const LEFT_OUT = ["node_modules", "dist", "screenshots"];

let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), "latchkey-added-"));
  const filter = (path: string) => !LEFT_OUT.includes(basename(path));
  await Promise.all([...FOLDERS, ...FILES].map((path) => cp(path, join(copy, path), { recursive: true, filter })));
  await symlink(resolve("node_modules"), join(copy, "node_modules"));
  for (const { file, lines } of changes) {
    const before = lines[0] === "new" ? undefined : await readFile(join(copy, file), "utf8");
    await writeFile(join(copy, file), apply(before, lines));
  }
});
afterAll(() => rm(copy, { recursive: true }));

test("a provider that speaks OpenAI's protocol takes three files and 30 lines at most", () => {
  expect(changes.map(({ file }) => file)).toHaveLength(3);
  const added = changes.flatMap(({ lines }) => lines.filter((line) => line.startsWith("+")));
  expect(added.length).toBeGreaterThan(10);
  expect(added.length).toBeLessThanOrEqual(30);
});

test.each(["tsconfig.json", "web/tsconfig.json"])(
  "with it, %s compiles: no table elsewhere misses it",
  async (project) => {
    const { said } = await run(["node_modules/typescript/bin/tsc", "--noEmit", "-p", project]);
    expect(said).toBe("");
  },
);

const COVERED = [
  "tests/shared/providers/contract.test.ts",
  "tests/shared/providers/secrecy.test.ts",
  "tests/shared/providers/wire.test.ts",
  "tests/shared/providers/check-key.test.ts",
  "tests/shared/providers/faults.test.ts",
];
const ALSO = ["tests/shared/providers/refusals.test.ts", "tests/shared/ai-configs/vault.test.ts"];

const report = z.object({
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ name: z.string(), status: z.string(), assertionResults: z.array(z.object({ fullName: z.string() })) }),
  ),
});

test("with it, the contract and the proofs of secrecy and isolation hold, and are run over it too", async () => {
  const out = join(copy, "report.json");
  const { said } = await run([
    ...["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "--reporter", "json", "--outputFile", out],
    ...[...COVERED, ...ALSO],
  ]);
  const { numFailedTests, testResults } = report.parse(JSON.parse(await readFile(out, "utf8")));
  expect(numFailedTests, said).toBe(0);
  expect(testResults.map(({ status }) => status)).toEqual([...COVERED, ...ALSO].map(() => "passed"));
  for (const file of COVERED) {
    const names = testResults.find(({ name }) => name.endsWith(file))?.assertionResults.map(({ fullName }) => fullName);
    expect(
      names?.some((name) => /\bexample\b/.test(name)),
      file,
    ).toBe(true);
  }
});

function run(args: string[]): Promise<{ said: string }> {
  return new Promise((done) => {
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 1e8 }, (error, stdout, stderr) =>
      done({ said: error === null ? "" : `${stdout}${stderr}` }),
    );
  });
}

/** The files of a diff, each with its lines as they stand there. */
function readChanges(diff: string): Change[] {
  const parts = diff.split(/^--- /m).slice(1);
  return parts.map((part) => {
    const [from = "", to = "", ...lines] = part.trimEnd().split("\n");
    return { file: to.replace("+++ ", ""), lines: from === "/dev/null" ? ["new", ...lines] : lines };
  });
}

/** Each run of lines, as it was and as it becomes; what it was must stand in the file once. */
function apply(before: string | undefined, lines: string[]): string {
  const added = (line: string) => line.slice(1);
  if (before === undefined) return `${lines.slice(1).map(added).join("\n")}\n`;
  let text = before;
  // A line to be kept or taken off after one that was added begins the next change.
  const runs = lines.reduce<string[][]>((all, line, at) => {
    const begins = !line.startsWith("+") && (at === 0 || lines[at - 1]?.startsWith("+"));
    if (begins) all.push([]);
    all.at(-1)?.push(line);
    return all;
  }, []);
  for (const each of runs) {
    const was = each.filter((line) => !line.startsWith("+")).map(added);
    const becomes = each.filter((line) => !line.startsWith("-")).map(added);
    expect(text.split(`${was.join("\n")}\n`), was.join("\n")).toHaveLength(2);
    text = text.replace(`${was.join("\n")}\n`, () => `${becomes.join("\n")}\n`);
  }
  return text;
}
