import * as z from "zod";
import type { LambdaHost } from "../functions/lambda-host.ts";
import type { FunctionSpec } from "../template/functions.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";
import { type Cors, corsConfiguration } from "./cors.ts";
import { createGateway } from "./gateway.ts";
import { apiRoutes } from "./routes.ts";
import { Throttle, type Throttles } from "./throttle.ts";

type Options = {
  template: Template;
  resolver: Resolver;
  functions: FunctionSpec[];
  hosts: Map<string, LambdaHost>;
  /** Key sets by their address. */
  jwks: Record<string, { keys: object[] }>;
};

const api = z.object({ CorsConfiguration: corsConfiguration.optional() });
const limits = z.object({ ThrottlingRateLimit: z.number().optional(), ThrottlingBurstLimit: z.number().optional() });
const stage = z.object({
  DefaultRouteSettings: limits.default({}),
  RouteSettings: z.record(z.string(), limits).default({}),
});

export function gatewayOf({ template, resolver, functions, hosts, jwks }: Options) {
  return createGateway({
    routes: apiRoutes(template, resolver, functions),
    hosts,
    keys: (uri) => jwks[uri] ?? { keys: [] },
    cors: corsOf(template, resolver),
    throttles: throttlesOf(template, resolver),
  });
}

function corsOf(template: Template, resolver: Resolver): Cors | undefined {
  const [first] = resourcesOf(template, "AWS::ApiGatewayV2::Api");
  return first && resolver.read(first[0], api).CorsConfiguration;
}

/** A route's own settings replace the stage's, as at API Gateway. */
export function throttlesOf(template: Template, resolver: Resolver): Throttles {
  const [first] = resourcesOf(template, "AWS::ApiGatewayV2::Stage");
  if (!first) return { stage: undefined, routes: new Map() };
  const { DefaultRouteSettings, RouteSettings } = resolver.read(first[0], stage);
  const routes = Object.entries(RouteSettings).flatMap(([key, settings]): [string, Throttle][] => {
    const throttle = throttleOf(settings);
    return throttle ? [[key, throttle]] : [];
  });
  return { stage: throttleOf(DefaultRouteSettings), routes: new Map(routes) };
}

function throttleOf({ ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst }: z.infer<typeof limits>) {
  return rate === undefined ? undefined : new Throttle(rate, burst ?? rate);
}
