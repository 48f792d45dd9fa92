import { inspect } from "node:util";
import { expect, test } from "vitest";
import { Secret } from "../../shared/secret.ts";

const VALUE = "sk-alice-personal-key";
const secret = new Secret(VALUE);

test("only reveal gives the value", () => {
  expect(secret.reveal()).toBe(VALUE);
});

const PRINTED: Record<string, () => unknown> = {
  "a template string": () => `${secret}`,
  "String()": () => String(secret),
  "a sum": () => `key: ${[secret].join()}`,
  "JSON.stringify": () => JSON.stringify({ secret, list: [secret] }),
  "util.inspect": () => inspect({ secret }, { showHidden: true, depth: 9, getters: true }),
  "an error's message": () => new Error(`failed with ${secret}`).message,
  "an error's cause": () => inspect(new Error("failed", { cause: secret })),
  "Object.entries": () => JSON.stringify(Object.entries(secret)),
  "a spread": () => JSON.stringify({ ...secret }),
  structuredClone: () => inspect(structuredClone(secret), { showHidden: true }),
};
for (const [name, print] of Object.entries(PRINTED)) {
  test(`${name} does not show it`, () => {
    expect(String(print())).not.toContain("alice");
  });
}

test("it prints as [secret]", () => {
  expect(`${secret}`).toBe("[secret]");
  expect(JSON.stringify({ secret })).toBe('{"secret":"[secret]"}');
  expect(inspect({ secret })).toBe("{ secret: [secret] }");
});
