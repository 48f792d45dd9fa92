import * as z from "zod";
import type { FunctionSpec } from "../template/functions.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template, TemplateError } from "../template/template.ts";
import type { CallerRules } from "./lambda-authorizer.ts";

/** The requirements of the template's JWT authorizer for a token on one route. */
export type TokenRules = { issuer: string; audience: string[]; scopes: string[] };

export type ApiRoute = {
  /** `POST /api/things/{id}`, or `$default`. */
  routeKey: string;
  functionName: string;
  /** How long the gateway waits for the function. */
  timeoutMs: number;
  /** Set where the template's JWT authorizer stands before the route. */
  token: TokenRules | undefined;
  /** Set where a Lambda authorizer does. A public route has neither. */
  caller?: CallerRules;
};

const route = z.object({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.enum(["NONE", "JWT", "CUSTOM"]).default("NONE"),
  AuthorizerId: z.string().optional(),
  AuthorizationScopes: z.array(z.string()).default([]),
});
const integration = z.object({
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal("2.0"),
  // https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
  TimeoutInMillis: z.number().default(30_000),
});
const authorizer = z.object({
  IdentitySource: z.tuple([z.literal("$request.header.Authorization")]),
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()) }),
});

const lambdaAuthorizer = z.object({
  AuthorizerUri: z.string(),
  AuthorizerPayloadFormatVersion: z.literal("2.0"),
  EnableSimpleResponses: z.literal(true),
  // API Gateway takes more sources; no other is in use here.
  IdentitySource: z.array(z.string().startsWith("$request.header.")).min(1),
  AuthorizerResultTtlInSeconds: z.number().default(300),
});

/** The routes of the template's HTTP API, each with its function and its authorizer's requirements. */
export function apiRoutes(template: Template, resolver: Resolver, functions: FunctionSpec[]): ApiRoute[] {
  const byRef = (type: string, ref: string, where: string): string => {
    const found = resourcesOf(template, type).find(([id]) => resolver.ref(id) === ref);
    if (!found) throw new TemplateError(`${where} refers to a ${type} that is not in the template.`);
    return found[0];
  };

  return resourcesOf(template, "AWS::ApiGatewayV2::Route").map(([id]) => {
    const { RouteKey, Target, AuthorizationType, AuthorizerId = "", AuthorizationScopes } = resolver.read(id, route);
    const integrationId = byRef(
      "AWS::ApiGatewayV2::Integration",
      Target.replace(/^integrations\//, ""),
      `${id}.Target`,
    );
    const { IntegrationUri, TimeoutInMillis } = resolver.read(integrationId, integration);
    const fn = functions.find(({ arn }) => IntegrationUri.includes(arn));
    if (!fn) throw new TemplateError(`${integrationId}.IntegrationUri is no function of ours: ${IntegrationUri}`);

    const base = { routeKey: RouteKey, functionName: fn.name, timeoutMs: TimeoutInMillis };
    if (AuthorizationType === "NONE") return { ...base, token: undefined };
    const authorizerId = byRef("AWS::ApiGatewayV2::Authorizer", AuthorizerId, `${id}.AuthorizerId`);
    if (AuthorizationType === "CUSTOM") {
      const rules = resolver.read(authorizerId, lambdaAuthorizer);
      const asked = functions.find(({ arn }) => rules.AuthorizerUri.includes(arn));
      if (!asked) throw new TemplateError(`${authorizerId}.AuthorizerUri is no function of ours.`);
      const headers = rules.IdentitySource.map((source) => source.replace("$request.header.", "").toLowerCase());
      const cachedMs = rules.AuthorizerResultTtlInSeconds * 1_000;
      return { ...base, token: undefined, caller: { functionName: asked.name, headers, cachedMs } };
    }
    const { Issuer, Audience } = resolver.read(authorizerId, authorizer).JwtConfiguration;
    return { ...base, token: { issuer: Issuer, audience: Audience, scopes: AuthorizationScopes } };
  });
}
