import { readFileSync } from "node:fs";
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

test("each function keeps its own routes, and all of them together keep every route", () => {
  const code = readFileSync("shared/api/routes.ts", "utf8");
  for (const fn of new Set(Object.values(routes).map((route) => route.fn))) {
    const kept = [...ownRoutes(code, fn).matchAll(/^ {2}(\w+): \{$/gm)].map(([, name]) => name);
    const own = Object.entries(routes).flatMap(([name, route]) => (route.fn === fn ? [name] : []));
    expect(kept, fn).toEqual(own);
  }
});

test("a function that serves no route keeps the table as it is", () => {
  const code = readFileSync("shared/api/routes.ts", "utf8");
  expect(ownRoutes(code, "sweeper")).toBe(code);
});

test("a table that is written in another way is refused", () => {
  expect(() => ownRoutes("export const routes = make();", "agents")).toThrow("not written as");
});
