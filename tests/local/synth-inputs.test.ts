import { mkdir, mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isMade, rememberMade } from "../../local/synth-inputs.ts";

let folder: string;
const made = () => ({ folder, outdir: join(folder, "cdk.out"), settings: "{}" });

async function put(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, file)), { recursive: true });
  await writeFile(join(folder, file), text);
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-synth-"));
  for (const file of ["infra/app.ts", "shared/a.ts", "web/src/b.ts", "package-lock.json"]) await put(file, file);
  for (const file of ["cdk.out/t.json", "web/dist/index.html", "dist/functions/auth/index.mjs"]) await put(file, file);
  await rememberMade(made());
});
afterEach(() => rm(folder, { recursive: true }));

test("unchanged sources need no new synthesis, even with new modification times", async () => {
  await utimes(join(folder, "shared/a.ts"), 0, 0);
  expect(await isMade(made())).toBe(true);
});

test.each([
  ["a source", "shared/a.ts"],
  ["a new source", "functions/auth/new.ts"],
  ["the settings of a stage", "infra/settings/local.json"],
  ["what is installed", "node_modules/.package-lock.json"],
  ["a page of the web app", "web/src/b.ts"],
  ["a built page", "web/dist/index.html"],
  ["a bundle", "dist/functions/auth/index.mjs"],
  ["the template", "cdk.out/t.json"],
])("a new synthesis is needed when this changes: %s", async (_what, file) => {
  await put(file, "changed");
  expect(await isMade(made())).toBe(false);
});

test.each(["shared/a.ts", "web/dist/index.html", "cdk.out"])(
  "a new synthesis is needed when this is missing: %s",
  async (file) => {
    await rm(join(folder, file), { recursive: true });
    expect(await isMade(made())).toBe(false);
  },
);

test("a new synthesis is needed for other settings", async () => {
  expect(await isMade({ ...made(), settings: '{"stage":"live"}' })).toBe(false);
});
