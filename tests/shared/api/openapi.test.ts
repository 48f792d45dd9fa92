import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import * as z from "zod";
import { REFRESH_COOKIE } from "../../../shared/api/auth-schemas.ts";
import { FIELD_RULES, ROUTE_RULES } from "../../../shared/api/descriptions.ts";
import { openApiDocument } from "../../../shared/api/openapi.ts";
import type { Route } from "../../../shared/api/route.ts";
import { routes } from "../../../shared/api/routes.ts";

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z
    .array(z.object({ name: z.string(), in: z.enum(["path", "query", "header"]), required: z.boolean() }))
    .default([]),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ description: z.string().min(1), content: z.record(z.string(), z.unknown()).optional() }),
  ),
});
const shape = z.object({
  openapi: z.literal("3.1.0"),
  info: z.object({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string().startsWith("/api/"),
    z.record(z.enum(["get", "post", "patch", "delete"]), operation.optional()),
  ),
});

const file = new URL("../../../docs/openapi.json", import.meta.url);
const document = openApiDocument();
const { paths } = shape.parse(JSON.parse(JSON.stringify(document)));

test("docs/openapi.json is what `npm run openapi` writes", async () => {
  expect(await readFile(file, "utf8")).toBe(`${JSON.stringify(document, null, 2)}\n`);
});

describe.each(Object.entries<Route>(routes))("the operation %s", (name, route) => {
  const found = paths[route.path]?.[z.enum(["get", "post", "patch", "delete"]).parse(route.method.toLowerCase())];

  test("is listed by its method and path with its route's name", () => {
    expect(found?.operationId).toBe(name);
  });

  test("asks for a token unless the table says none", () => {
    const cookie = { required: [{ refreshCookie: [] }], optional: [{ refreshCookie: [] }, {}], none: [] };
    const scopes = route.scope === "any" ? [] : [route.scope];
    const program = route.scope === "none" ? [] : [{ apiToken: scopes }];
    expect(found?.security).toEqual(
      route.token === "access" ? [{ access: [] }, ...program] : cookie[route.refreshCookie ?? "none"],
    );
  });

  test("takes an Idempotency-Key where its row says what becomes of a repetition", () => {
    const header = found?.parameters.filter((parameter) => parameter.in === "header").map(({ name: of }) => of) ?? [];
    expect(header).toEqual(route.repeat === "replay" || route.repeat === "once" ? ["Idempotency-Key"] : []);
  });

  test("declares each parameter of its path as required", () => {
    const inPath = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, parameter]) => parameter);
    const declared = found?.parameters.filter((parameter) => parameter.in === "path" && parameter.required) ?? [];
    expect(declared.map((parameter) => parameter.name)).toEqual(inPath);
  });

  test("has a body where the route takes one, which allows no other field", () => {
    expect(found?.requestBody !== undefined).toBe(route.body !== undefined);
    if (found?.requestBody) {
      // The rest of a message of JSON-RPC is the SDK's to read.
      const more = route.fn === "mcp" ? {} : false;
      expect(found.requestBody.content["application/json"]?.schema).toMatchObject({ additionalProperties: more });
    }
  });

  test("lists the route's answers, and in both forms what it and the gateway refuse", () => {
    const refusals = [...(route.token === "access" ? ["401", "403"] : []), "413", "429", "default"];
    const all = [...Object.keys(route.answers), ...refusals];
    expect(Object.keys(found?.responses ?? {}).toSorted()).toEqual(all.toSorted());
    for (const status of refusals) {
      expect(Object.keys(found?.responses[status]?.content ?? {})).toEqual([
        "application/problem+json",
        "application/json",
      ]);
    }
  });
});

test("a field with a default may be left out of a request, and is always in an answer", () => {
  expect(document.paths["/api/ai-config"]).toMatchObject({
    post: {
      requestBody: { content: { "application/json": { schema: { required: ["provider"] } } } },
      responses: {
        201: { content: { "application/json": { schema: { required: expect.arrayContaining(["temperature"]) } } } },
      },
    },
  });
});

test("every pattern is one that clients of other languages can read", () => {
  const patterns = [...JSON.stringify(document).matchAll(/"pattern":"((?:[^"\\]|\\.)*)"/g)].map(([, it]) => String(it));
  expect(patterns.length).toBeGreaterThan(20);
  // Python's `re` knows no \p, Go's no look-around: schemas are read by both.
  for (const pattern of patterns) expect(pattern).not.toMatch(/\\\\p\{|\(\?[=!<]/);
});

test("one line of text takes letters of any script, and no break or control character", () => {
  const find = /"name":\{[^}]*"pattern":"(.*?)"/.exec(JSON.stringify(document))?.[1] ?? "";
  const line = new RegExp(z.string().parse(JSON.parse(`"${find}"`)));
  for (const text of ["Jürgen 李 🙂", "", "a\u00a0b"]) expect(line.test(text)).toBe(true);
  for (const text of ["a\nb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u0000b", "a\u007fb"])
    expect(line.test(text)).toBe(false);
});

test("every answer with a body has a schema, also a mail and a table", () => {
  const contents = Object.values(paths).flatMap((path) =>
    Object.values(path).flatMap((it) => Object.values(it?.responses ?? {})),
  );
  for (const content of contents.flatMap((it) => Object.values(it.content ?? {}))) {
    expect(content).toMatchObject({ schema: expect.anything() });
  }
  expect(document.paths["/api/conversations/{id}/raw"]).toMatchObject({
    get: { responses: { 200: { content: { "message/rfc822": { schema: { type: "string" } } } } } },
  });
});

test("rules that schemas cannot express belong to existing fields", () => {
  const text = JSON.stringify(document);
  for (const rule of [...Object.values(FIELD_RULES), ...Object.values(ROUTE_RULES)]) {
    expect(text).toContain(JSON.stringify(rule).slice(1, -1));
  }
});

test("every reference leads to something in the document", () => {
  const text = JSON.stringify(document);
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference);
  const schemas = ["#/components/schemas/Problem", "#/components/schemas/GatewayRefusal"];
  expect(new Set(references)).toEqual(new Set(schemas));
  expect(Object.keys(document.components.schemas)).toEqual(["Problem", "GatewayRefusal"]);
});

test("the refresh cookie is described under its name, for the two routes that take it", () => {
  expect(document.components.securitySchemes).toMatchObject({ refreshCookie: { in: "cookie", name: REFRESH_COOKIE } });
  const taking = Object.entries<Route>(routes).filter(([, { refreshCookie }]) => refreshCookie !== undefined);
  expect(taking.map(([name]) => name)).toEqual(["refresh", "logout"]);
});
