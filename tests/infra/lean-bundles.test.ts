import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as z from "zod";
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

const files = readdirSync("shared/api/routes").map((file) => file.replace(/\.ts$/, ""));
const lines = (code: string, pattern: RegExp) => [...code.matchAll(pattern)].map(([, name]) => name);

test.each(files)(
  "the table of the function %s is of the routes in the file of that name, and has all of them",
  async (fn) => {
    const all: Record<string, { fn: string }> = routes;
    const file = z
      .record(z.string(), z.record(z.string(), z.looseObject({ fn: z.string() })))
      .parse(await import(`../../shared/api/routes/${fn}.ts`));
    const inFile = Object.values(file).flatMap((table) => Object.entries(table));
    expect(inFile.map(([, route]) => route.fn)).toEqual(inFile.map(() => fn));
    expect(inFile.map(([name]) => name)).toEqual(Object.keys(all).filter((name) => all[name]?.fn === fn));
    const own = ownRoutes(readFileSync("shared/api/routes.ts", "utf8"), fn);
    expect(lines(own, /from "\.\/routes\/([\w-]+)\.ts"/g)).toEqual([fn]);
    expect(lines(own, /^ {2}\.\.\.(\w+),$/gm)).toEqual([...Object.keys(file), "openApiRoutes"]);
  },
);

test("a function that serves no route keeps the table as it is", () => {
  const code = readFileSync("shared/api/routes.ts", "utf8");
  expect(ownRoutes(code, "sweeper")).toBe(code);
});

test("a table that is written in another way is refused", () => {
  expect(() => ownRoutes("export const routes = make();", "agents")).toThrow("not written as");
});
