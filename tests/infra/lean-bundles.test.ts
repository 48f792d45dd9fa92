import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownRoutes, withoutErrors, withPlainKeys } from "../../infra/lean-bundles.ts";
import { routes } from "../../shared/api/routes.ts";

test("a computed key becomes the text that it stands for, and no other key does", () => {
  const code = 'const _xN = "xmlName";\nexport const A = [0, { [_xN]: _x, [other]: 1, plain: [_xN] }];';
  expect(withPlainKeys(code)).toBe(
    'const _xN = "xmlName";\nexport const A = [0, { "xmlName": _x, [other]: 1, plain: [_xN] }];',
  );
});

test("errors of a service that names them itself need no classes, but for those that say they may be tried again", () => {
  const code = [
    "n0_registry.registerError(InternalServerError$, InternalServerError);",
    "n0_registry.registerError(ReplicatedWriteConflictException$, ReplicatedWriteConflictException);",
  ].join("\n");
  expect(withoutErrors("dynamodb", code)).not.toContain("InternalServerError");
  expect(withoutErrors("dynamodb", code)).toContain("ReplicatedWriteConflictException");
  expect(withoutErrors("ses", code)).toBe(code);
});

test("each function keeps the part with its own routes, and imports no other", () => {
  const code = readFileSync("shared/api/routes.ts", "utf8");
  for (const fn of new Set(Object.values(routes).map((route) => route.fn))) {
    const own = ownRoutes(code, fn);
    const files = [...own.matchAll(/from "\.\/routes\/([\w-]+)\.ts"/g)].map(([, file]) => file);
    expect(files, fn).toEqual(fn === "openapi" ? [] : [fn]);
    expect([...own.matchAll(/^ {2}\.\.\.\w+,$/gm)], fn).toHaveLength(1);
  }
});

test("each file of routes has those of the function that it is named after", async () => {
  for (const file of readdirSync("shared/api/routes")) {
    const parts: Record<string, Record<string, { fn: string }>> = await import(
      new URL(`../../shared/api/routes/${file}`, import.meta.url).href
    );
    for (const part of Object.values(parts)) {
      for (const [name, { fn }] of Object.entries(part)) expect(`${fn}.ts`, name).toBe(file);
    }
  }
});

test("a function that serves no route keeps the table as it is", () => {
  const code = readFileSync("shared/api/routes.ts", "utf8");
  expect(ownRoutes(code, "sweeper")).toBe(code);
});

test("a table that is written in another way is refused", () => {
  expect(() => ownRoutes("export const routes = make();", "agents")).toThrow("not written as");
});
