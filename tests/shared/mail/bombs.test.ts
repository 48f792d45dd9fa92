import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { BOMBS, explode } from "../../support/bombs.ts";

const folder = mkdtempSync(join(tmpdir(), "latchkey-bombs-"));
afterAll(() => rmSync(folder, { recursive: true }));

const TOO_MUCH: Record<string, string> = {
  "600,000 parts": "too_many_parts",
  "10,000 levels": "too_deep",
  "50 MB of headers": "too_large",
  "9 MB of headers": "headers_too_large",
  "1 MB of encoded words": "headers_too_large",
  "one line of 20 MB": "too_large",
};

describe("a mail that is a bomb takes less than 150 MB", () => {
  test.each(Object.keys(BOMBS))("%s", (name) => {
    const { outcome, mb } = explode(name, folder);
    expect(outcome).toEqual(TOO_MUCH[name] ?? expect.stringMatching(/^\d+ characters$/));
    expect(mb).toBeLessThan(150);
  });
});
