import { expect, test } from "vitest";
import * as z from "zod";
import type { Route } from "../../shared/api/route.ts";
import { routes } from "../../shared/api/routes.ts";
import { functionName } from "./roles.ts";
import { readable, resourcesOf } from "./template.ts";

/** Anyone on the internet can call these. */
const OPEN = [
  "POST /api/auth/signup",
  "POST /api/auth/login",
  "POST /api/auth/refresh",
  "POST /api/auth/logout",
  "POST /api/auth/confirm",
  "POST /api/auth/resend",
  "POST /api/auth/forgot-password",
  "POST /api/auth/reset-password",
  "GET /api/openapi.json",
  "GET /api/reminders/unsubscribe/{token}",
  "POST /api/reminders/unsubscribe/{token}",
];

const properties = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.object({ Ref: z.string() }).optional(),
  AuthorizationScopes: z.array(z.string()).optional(),
  Target: z.unknown(),
});
const deployed = resourcesOf("AWS::ApiGatewayV2::Route").map(([, route]) => properties.parse(route.Properties));
const authorizers = resourcesOf("AWS::ApiGatewayV2::Authorizer");
const authorizerOf = (type: string) => authorizers.find(([, { Properties }]) => Properties["AuthorizerType"] === type);

test("the API has exactly the routes of the table, and no default route", () => {
  const listed = Object.values<Route>(routes).map(({ method, path }) => `${method} ${path}`);
  expect(deployed.map(({ RouteKey }) => RouteKey).sort()).toEqual(listed.sort());
});

test("only the listed routes need no token", () => {
  const open = deployed.filter(({ AuthorizationType }) => !["JWT", "CUSTOM"].includes(AuthorizationType));
  expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(OPEN.toSorted());
});

/** Nobody may do these with an API token, whatever its scopes. */
const SESSION_ALONE = [
  "GET /api/auth/me",
  "POST /api/auth/change-password",
  "POST /api/auth/logout-everywhere",
  "POST /api/account/delete",
];

const closed = deployed.filter(({ RouteKey }) => !OPEN.includes(RouteKey));
test.each(closed.filter(({ RouteKey }) => SESSION_ALONE.includes(RouteKey)))(
  "$RouteKey accepts an access token, and refuses an ID token because it has no scope, and no API token",
  (route) => {
    expect(route.AuthorizationType).toBe("JWT");
    expect(route.AuthorizerId?.Ref).toBe(authorizerOf("JWT")?.[0]);
    expect(route.AuthorizationScopes).toEqual(["aws.cognito.signin.user.admin"]);
  },
);

test("every other route asks the authorizer that knows API tokens too", () => {
  const others = closed.filter(({ RouteKey }) => !SESSION_ALONE.includes(RouteKey));
  expect(others.length).toBeGreaterThan(SESSION_ALONE.length);
  for (const { RouteKey, AuthorizationType, AuthorizerId } of others) {
    expect([RouteKey, AuthorizationType, AuthorizerId?.Ref]).toEqual([
      RouteKey,
      "CUSTOM",
      authorizerOf("REQUEST")?.[0],
    ]);
  }
});

test("Cognito's authorizer takes tokens of our pool and client alone", () => {
  expect(authorizers).toHaveLength(2);
  const jwt = z.object({ Issuer: z.unknown(), Audience: z.array(z.unknown()) });
  const { Issuer, Audience } = jwt.parse(authorizerOf("JWT")?.[1].Properties["JwtConfiguration"]);
  expect(readable(Issuer)).toBe("https://cognito-idp.<AWS::Region>.amazonaws.com/AccountsPool");
  expect(Audience.map(readable)).toEqual(["AccountsPoolClient"]);
});

test("the answer of our authorizer is kept by the Authorization header alone, for five minutes at most", () => {
  expect(authorizerOf("REQUEST")?.[1].Properties).toMatchObject({
    IdentitySource: ["$request.header.Authorization"],
    AuthorizerResultTtlInSeconds: 300,
    AuthorizerPayloadFormatVersion: "2.0",
    EnableSimpleResponses: true,
  });
});

test("each route is integrated with the function that the table names", () => {
  const functions = new Map(
    resourcesOf("AWS::Lambda::Function").map((fn) => [`${readable({ Ref: fn[0] })}.Arn`, functionName(fn)]),
  );
  const integrations = new Map(
    resourcesOf("AWS::ApiGatewayV2::Integration").map(([id, { Properties }]) => [
      `integrations/${readable({ Ref: id })}`,
      functions.get(readable(Properties["IntegrationUri"])),
    ]),
  );
  const wired = deployed.map(({ RouteKey, Target }) => [RouteKey, integrations.get(readable(Target))]);
  const listed = Object.values<Route>(routes).map(({ method, path, fn }) => [`${method} ${path}`, fn]);
  expect(Object.fromEntries(wired)).toEqual(Object.fromEntries(listed));
});

test("the stage limits the rate and does not log a caller's address, path or user agent", () => {
  const [stage] = resourcesOf("AWS::ApiGatewayV2::Stage");
  const { DefaultRouteSettings, AccessLogSettings } = z
    .object({
      DefaultRouteSettings: z.object({ ThrottlingRateLimit: z.number(), ThrottlingBurstLimit: z.number() }),
      AccessLogSettings: z.object({ Format: z.string() }),
    })
    .parse(stage?.[1].Properties);
  expect(DefaultRouteSettings.ThrottlingRateLimit).toBeGreaterThan(0);
  expect(AccessLogSettings.Format).toContain("$context.requestId");
  expect(AccessLogSettings.Format).not.toMatch(/identity|\$context\.path|userAgent|claims/);
});

test("routes that take an e-mail or a password of anybody, and the assistants', are throttled apart, and exist before their settings", () => {
  const [[, stage] = []] = resourcesOf("AWS::ApiGatewayV2::Stage");
  const settings = z.record(z.string(), z.object({ ThrottlingRateLimit: z.number() }));
  const throttled = Object.keys(settings.parse(stage?.Properties["RouteSettings"]));
  const signIn = ["confirm", "forgot-password", "login", "resend", "reset-password", "signup"];
  expect(throttled.sort()).toEqual([...signIn.map((name) => `POST /api/auth/${name}`), "POST /api/mcp"]);
  const ids = resourcesOf("AWS::ApiGatewayV2::Route")
    .filter(([, { Properties }]) => throttled.includes(String(Properties["RouteKey"])))
    .map(([id]) => id);
  expect(stage?.DependsOn).toEqual(expect.arrayContaining(ids));
});
