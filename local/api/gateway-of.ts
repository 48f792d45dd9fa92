import * as z from "zod";
import type { LambdaHost } from "../functions/lambda-host.ts";
import type { FunctionSpec } from "../template/functions.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";
import { type Cors, corsConfiguration } from "./cors.ts";
import { createGateway } from "./gateway.ts";
import { apiRoutes } from "./routes.ts";
import { Throttle } from "./throttle.ts";

type Options = {
  template: Template;
  resolver: Resolver;
  functions: FunctionSpec[];
  hosts: Map<string, LambdaHost>;
  /** Key sets by their address. */
  jwks: Record<string, { keys: object[] }>;
};

const api = z.object({ CorsConfiguration: corsConfiguration.optional() });
const stage = z.object({
  DefaultRouteSettings: z
    .object({ ThrottlingRateLimit: z.number().optional(), ThrottlingBurstLimit: z.number().optional() })
    .default({}),
});

export function gatewayOf({ template, resolver, functions, hosts, jwks }: Options) {
  return createGateway({
    routes: apiRoutes(template, resolver, functions),
    hosts,
    keys: (uri) => jwks[uri] ?? { keys: [] },
    cors: corsOf(template, resolver),
    throttle: throttleOf(template, resolver),
  });
}

function corsOf(template: Template, resolver: Resolver): Cors | undefined {
  const [first] = resourcesOf(template, "AWS::ApiGatewayV2::Api");
  return first && resolver.read(first[0], api).CorsConfiguration;
}

function throttleOf(template: Template, resolver: Resolver): Throttle | undefined {
  const [first] = resourcesOf(template, "AWS::ApiGatewayV2::Stage");
  if (!first) return undefined;
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = resolver.read(
    first[0],
    stage,
  ).DefaultRouteSettings;
  return rate === undefined ? undefined : new Throttle(rate, burst ?? rate);
}
