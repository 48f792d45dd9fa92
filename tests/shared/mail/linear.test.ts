import { globSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { worstOf } from "../../support/exponents.ts";
import { MAIL_FUNCTIONS } from "../../support/mail-functions.ts";

/**
 * Twice the length, twice the time: 1.0. Between 1.2, which docs/mail.md promises, and 2.0, which a pattern has that reads
 * what it has read, there is room for a noisy machine.
 */
const MOST = 1.6;

const files = globSync("**/*.ts", { cwd: "shared/mail" });

test("every function that shared/mail exports is fed with long texts here", async () => {
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
  "the time grows with the length, and not with its square, in %s",
  (_, rows) => {
    test.each(Object.entries(rows))("%s", async (name, fn) => {
      const worst = await worstOf(name, fn, MOST);
      if (worst !== undefined) expect(worst.exponent, `${worst.piece}, ${worst.shape}`).toBeLessThan(MOST);
    });
  },
);
