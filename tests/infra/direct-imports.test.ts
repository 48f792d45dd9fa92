import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { withDirectImports, withoutReexports } from "../../infra/direct-imports.ts";

let folder: string;
const resolve = async (specifier: string) => join(folder, specifier, "index.js");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-imports-"));
  await mkdir(join(folder, "@smithy/core/serde"), { recursive: true });
  await mkdir(join(folder, "@smithy/core/transport"), { recursive: true });
  await writeFile(
    join(folder, "@smithy/core/serde/index.js"),
    [
      'import { toUtf8 } from "./utf8";',
      'export { a, b as c } from "./letters";',
      "export { toUtf8 };",
      'export { hasOwn } from "@smithy/core/transport";',
      "export const v4 = 1;",
    ].join("\n"),
  );
  await writeFile(join(folder, "@smithy/core/transport/index.js"), 'export { hasOwn } from "./own";\n');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function rewritten(code: string): Promise<string> {
  const path = join(folder, "client.js");
  await writeFile(path, code);
  return withDirectImports(path, resolve);
}

test("names are imported from the files that define them, through every index file in between", async () => {
  expect(await rewritten('import { a, c as d, toUtf8, hasOwn } from "@smithy/core/serde";\nuse(a);')).toBe(
    'import { a as a } from "./@smithy/core/serde/letters";' +
      'import { b as d } from "./@smithy/core/serde/letters";' +
      'import { toUtf8 as toUtf8 } from "./@smithy/core/serde/utf8";' +
      'import { hasOwn as hasOwn } from "./@smithy/core/transport/own";\nuse(a);',
  );
});

test("a name that the index file defines itself is imported from it, without its re-exports", async () => {
  expect(await rewritten('import { v4 } from "@smithy/core/serde";')).toContain("serde/index.js?own");
  expect(withoutReexports('export { a } from "./a";\nexport const v4 = 1;')).toBe("\nexport const v4 = 1;");
});

test("other imports are left unchanged", async () => {
  const code = 'import { join } from "node:path";\nimport x from "@smithy/core/serde";\nimport { y } from "./y";';
  expect(await rewritten(code)).toBe(code);
});
