import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

const start = (env: Record<string, string>) =>
  spawnSync(process.execPath, ["packages/mcp/src/stdio.ts"], { env, input: "", encoding: "utf8" });

test.each([
  ["without an address", { LATCHKEY_TOKEN: "lk_1" }],
  ["without a token", { LATCHKEY_URL: "https://latchkey.example" }],
  ["where others could read the token on its way", { LATCHKEY_URL: "http://latchkey.example", LATCHKEY_TOKEN: "lk_1" }],
])("latchkey-mcp does not start %s, and says what it needs on stderr alone", (_, env) => {
  const { status, stdout, stderr } = start(env);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr).toMatch(/^Set LATCHKEY_URL .* and LATCHKEY_TOKEN/);
  expect(stderr).not.toContain("lk_1");
});

test("latchkey-mcp ends with its client", () => {
  const { status, stderr } = start({ LATCHKEY_URL: "http://localhost:1", LATCHKEY_TOKEN: "lk_1" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
});
