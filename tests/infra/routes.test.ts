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
];

const properties = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string(),
  AuthorizerId: z.object({ Ref: z.string() }).optional(),
  AuthorizationScopes: z.array(z.string()).optional(),
  Target: z.unknown(),
});
const deployed = resourcesOf("AWS::ApiGatewayV2::Route").map(([, route]) => properties.parse(route.Properties));
const [authorizer] = resourcesOf("AWS::ApiGatewayV2::Authorizer");

test("the API has exactly the routes of the table, and no default route", () => {
  const listed = Object.values<Route>(routes).map(({ method, path }) => `${method} ${path}`);
  expect(deployed.map(({ RouteKey }) => RouteKey).sort()).toEqual(listed.sort());
});

test("only the listed routes need no token", () => {
  const open = deployed.filter(({ AuthorizationType }) => AuthorizationType !== "JWT");
  expect(open.map(({ RouteKey }) => RouteKey).sort()).toEqual(OPEN.toSorted());
});

const closed = deployed.filter(({ RouteKey }) => !OPEN.includes(RouteKey));
test.each(closed)("$RouteKey accepts an access token, and refuses an ID token because it has no scope", (route) => {
  expect(route.AuthorizationType).toBe("JWT");
  expect(route.AuthorizerId?.Ref).toBe(authorizer?.[0]);
  expect(route.AuthorizationScopes).toEqual(["aws.cognito.signin.user.admin"]);
});

test("the authorizer accepts only tokens of our pool and client", () => {
  expect(resourcesOf("AWS::ApiGatewayV2::Authorizer")).toHaveLength(1);
  const jwt = z.object({ Issuer: z.unknown(), Audience: z.array(z.unknown()) });
  const { Issuer, Audience } = jwt.parse(authorizer?.[1].Properties["JwtConfiguration"]);
  expect(readable(Issuer)).toBe("https://cognito-idp.<AWS::Region>.amazonaws.com/AccountsPool");
  expect(Audience.map(readable)).toEqual(["AccountsPoolClient"]);
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

test("open routes that take an e-mail or password have their own throttle, and are created before its settings", () => {
  const [[, stage] = []] = resourcesOf("AWS::ApiGatewayV2::Stage");
  const settings = z.record(z.string(), z.object({ ThrottlingRateLimit: z.number() }));
  const throttled = Object.keys(settings.parse(stage?.Properties["RouteSettings"]));
  expect(throttled.sort()).toEqual(
    ["confirm", "forgot-password", "login", "resend", "reset-password", "signup"].map(
      (name) => `POST /api/auth/${name}`,
    ),
  );
  const ids = resourcesOf("AWS::ApiGatewayV2::Route")
    .filter(([, { Properties }]) => throttled.includes(String(Properties["RouteKey"])))
    .map(([id]) => id);
  expect(stage?.DependsOn).toEqual(expect.arrayContaining(ids));
});
