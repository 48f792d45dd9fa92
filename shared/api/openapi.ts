import * as z from "zod/mini";
import { REFRESH_COOKIE } from "./auth-schemas.ts";
import { FIELD_RULES, ROUTE_RULES, TAGS } from "./descriptions.ts";
import type { Route } from "./route.ts";
import { routes } from "./routes.ts";

/** RFC 9457, with a stable `code`; made by shared/http/problem.ts. */
const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.string(),
  errors: z.optional(z.array(z.object({ field: z.string(), message: z.string() }))),
});

/** What API Gateway answers itself, before it calls a function. */
const gatewayRefusal = z.object({ message: z.string() });

/** The table of routes as an OpenAPI 3.1 document. The same table gives the same document, byte for byte. */
export function openApiDocument() {
  const paths: Record<string, Record<string, object>> = {};
  for (const [name, route] of Object.entries<Route>(routes)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation(name, route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Latchkey",
      version: "1",
      description: "E-mail agents that run on their owner's AI key. Times are ISO 8601 in UTC, days are UTC days.",
      contact: { name: "The team that runs this Latchkey" },
      license: { name: "MIT", identifier: "MIT" },
    },
    // Each team has its own host, and that host serves the document.
    servers: [{ url: "/", description: "The host that serves this document" }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      securitySchemes: {
        access: { type: "http", scheme: "bearer", bearerFormat: "JWT", description: "A session's access token." },
        apiToken: {
          type: "http",
          scheme: "bearer",
          bearerFormat: "lk_",
          description: "An API token, for programs. Each operation names the scope that it must have.",
        },
        refreshCookie: { type: "apiKey", in: "cookie", name: REFRESH_COOKIE },
      },
      schemas: { Problem: answerSchema(problem), GatewayRefusal: answerSchema(gatewayRefusal) },
    },
  };
}

function operation(operationId: string, route: Route) {
  const parameters = [
    ...parametersOf(route.params, "path"),
    ...parametersOf(route.query, "query"),
    ...(route.repeat === "replay" || route.repeat === "once" ? [IDEMPOTENCY_KEY] : []),
  ];
  return {
    operationId,
    summary: route.summary,
    description: describe(operationId, route),
    tags: [route.fn],
    security: securityOf(route),
    ...(parameters.length > 0 && { parameters }),
    ...(route.body && {
      requestBody: { required: !route.bodyOptional, content: json(withRules(requestSchema(route.body))) },
    }),
    responses: { ...answersOf(route), ...refusalsOf(route), default: refusal("Why not") },
  };
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-idempotency-key-header/ */
const IDEMPOTENCY_KEY = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "A new UUID for each request. For a day, the same request with the same key is not done again: it gets the first answer. 422 `repeat_differs` for another body; 409 while the first one is under way, and where it broke off.",
  schema: { type: "string", minLength: 1, maxLength: 255 },
};

const ROUTES_WITH_RULES = new Map<string, string>(Object.entries(ROUTE_RULES));

function describe(name: string, { summary, token, scope }: Route): string {
  const rules = ROUTES_WITH_RULES.get(name);
  const access =
    token === "access" ? "Sees and changes what belongs to the token's owner; all else is 404." : undefined;
  const needs = scope === undefined ? undefined : describeScope(scope);
  return [`${summary}.`, rules, needs, access].filter((part) => part !== undefined).join(" ");
}

function describeScope(scope: NonNullable<Route["scope"]>): string {
  return scope === "none" ? "No API token may do this." : `An API token needs the scope \`${scope}\`.`;
}

/** Any one of them is enough. An empty one means that no token is needed. */
function securityOf({ token, scope, refreshCookie }: Route): Record<string, string[]>[] {
  if (token === "access") return scope === "none" ? [{ access: [] }] : [{ access: [] }, { apiToken: [scope] }];
  if (refreshCookie === undefined) return [];
  return refreshCookie === "required" ? [{ refreshCookie: [] }] : [{ refreshCookie: [] }, {}];
}

function parametersOf(schema: z.ZodMiniType | undefined, where: "path" | "query") {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = requestSchema(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    ...(FIELD_RULES[name] !== undefined && where === "query" && { description: FIELD_RULES[name] }),
    schema: property,
  }));
}

function answersOf(route: Route) {
  return Object.fromEntries(
    Object.entries(route.answers).map(([status, schema]) => {
      if (schema === null) return [status, { description: "Done; no body" }];
      const csv = route.csv && status === "200" ? { "text/csv": { schema: TEXT } } : {};
      const content =
        typeof schema === "string"
          ? { [schema]: { schema: rawSchema(schema) } }
          : { ...json(answerSchema(schema)), ...csv };
      return [status, { description: route.summary, content }];
    }),
  );
}

/** Without a schema, generated clients drop the body. */
const TEXT = { type: "string" };

function rawSchema(mediaType: string) {
  return mediaType === "application/json" ? { type: "object" } : TEXT;
}

function refusalsOf({ token }: Route) {
  const ofToken = { 401: refusal("No access token, or not a valid one"), 403: refusal("A token that may not do this") };
  return {
    ...(token === "access" && ofToken),
    413: refusal("The body is too large"),
    429: refusal("Too many requests"),
  };
}

function refusal(what: string) {
  const reference = (name: string) => ({ schema: { $ref: `#/components/schemas/${name}` } });
  const content = { "application/problem+json": reference("Problem"), "application/json": reference("GatewayRefusal") };
  const form = "RFC 9457 problem details with a stable `code`, or the gateway's own words where no function was asked";
  return { description: `${what}: ${form}`, content };
}

function json(schema: object) {
  return { "application/json": { schema } };
}

/** The form of a request. Fields with a default may be omitted. */
function requestSchema(schema: z.ZodMiniType) {
  return withoutDialect(z.toJSONSchema(schema, { io: "input" }));
}

/** Adds the rules of its fields that JSON Schema cannot express. */
function withRules(schema: ReturnType<typeof requestSchema>) {
  const described = Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const description = FIELD_RULES[name];
    return [name, description === undefined || typeof property === "boolean" ? property : { ...property, description }];
  });
  return { ...schema, properties: Object.fromEntries(described) };
}

/** The form of an answer. */
function answerSchema(schema: z.ZodMiniType) {
  return withoutDialect(z.toJSONSchema(schema, { io: "output" }));
}

/** OpenAPI 3.1 names the dialect of all its schemas once, and it is the one that zod writes. */
function withoutDialect({ $schema: _, ...schema }: z.core.JSONSchema.BaseSchema) {
  return schema;
}
