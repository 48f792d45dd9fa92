import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");

/** What the compiler finds wrong in a project, as it says it; empty when there is nothing. */
async function faultsOf(project: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, "--noEmit", "-p", project], { maxBuffer: 1e7 }, (error, said, complained) =>
      // A compiler that did not even begin says so on the other pipe.
      resolve(error === null ? "" : `${said}${complained}` || String(error)),
    );
  });
}

// `npm test` runs the sources with their types taken off: without this it would pass with a type error anywhere.
test.each(["tsconfig.json", "web/tsconfig.json"])("%s compiles", async (project) => {
  expect(await faultsOf(project)).toBe("");
});

const RENAMED = {
  "shared/api/ai-config-schemas.ts": "key_fingerprint",
  "shared/api/agent-schemas.ts": "max_mails_per_day",
  "shared/api/conversation-schemas.ts": "reason_text",
  "shared/usage/usage-numbers.ts": "tokens_cached",
  "shared/api/account-schemas.ts": "month_cost_usd",
  "shared/api/auth-schemas.ts": "expires_in",
};

test("a field of the API's answers that is renamed does not compile in the web app", async () => {
  // Beside the installed packages, which a copy finds by the folders above it.
  await mkdir("node_modules/.cache", { recursive: true });
  const copy = await mkdtemp("node_modules/.cache/latchkey-renamed-");
  try {
    for (const path of ["shared", "web/src", "web/tsconfig.json", "tsconfig.json"])
      await cp(path, join(copy, path), { recursive: true });
    for (const [file, field] of Object.entries(RENAMED)) {
      const schema = await readFile(file, "utf8");
      const renamed = schema.replaceAll(new RegExp(`\\b${field}:`, "g"), `${field}_renamed:`);
      expect(renamed, file).not.toBe(schema);
      await writeFile(join(copy, file), renamed);
    }
    const faults = await faultsOf(join(copy, "web"));
    for (const field of Object.values(RENAMED)) expect(faults).toMatch(new RegExp(`web/src/.*'${field}'`));
  } finally {
    await rm(copy, { recursive: true });
  }
});
