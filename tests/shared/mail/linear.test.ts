import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { worstOf } from "../../support/exponents.ts";
import { MAIL_FUNCTIONS } from "../../support/mail-functions.ts";

/**
 * Twice the length takes twice the time: 1.0. docs/mail.md promises 1.2, and a pattern that reads its text again has 2.0. The
 * limit lies between them, so that a noisy machine does not fail the test.
 */
const MOST = 1.6;

const files = globSync("**/*.ts", { cwd: "shared/mail" });

test("every exported function of shared/mail is tested with long texts here", async () => {
  const missing: string[] = [];
  for (const file of files) {
    const module: object = await import(pathToFileURL(`shared/mail/${file}`).href);
    const rows = Object.keys(MAIL_FUNCTIONS[file.replaceAll("\\", "/")] ?? {}).map((row) => row.split(" ")[0]);
    for (const [name, value] of Object.entries(module)) {
      if (typeof value === "function" && !rows.includes(name)) missing.push(`${file} ${name}`);
    }
  }
  expect(missing).toEqual([]);
});

describe.each(Object.entries(MAIL_FUNCTIONS))(
  "time grows linearly with the length, not with its square, in %s",
  (_, rows) => {
    test.each(Object.entries(rows))("%s", async (name, fn) => {
      const worst = await worstOf(name, fn, MOST);
      if (worst !== undefined) expect(worst.exponent, `${worst.piece}, ${worst.shape}`).toBeLessThan(MOST);
    });
  },
);
