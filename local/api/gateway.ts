import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { isNamed } from "../../shared/errors.ts";
import { FunctionError } from "../functions/function-error.ts";
import type { LambdaHost } from "../functions/lambda-host.ts";
import { BodyTooLarge, readBody } from "../http/read-body.ts";
import type { Json } from "../template/template.ts";
import { writeAnswer, writeRefusal } from "./answer.ts";
import { createAuthorizer, type Keys, type TokenClaims } from "./authorizer.ts";
import { type Cors, corsHeaders, isPreflight } from "./cors.ts";
import { requestEvent } from "./event.ts";
import { matchRoute } from "./match-route.ts";
import type { ApiRoute } from "./routes.ts";
import type { Throttle } from "./throttle.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MAX_BODY = 10 * 1024 * 1024;

export type GatewayOptions = {
  routes: ApiRoute[];
  hosts: Map<string, Pick<LambdaHost, "invoke">>;
  keys: Keys;
  cors: Cors | undefined;
  throttle: Throttle | undefined;
};

/** Answers a request as the template's HTTP API does, with API Gateway's own bodies for what it refuses itself. */
export function createGateway({ routes, hosts, keys, cors, throttle }: GatewayOptions) {
  const authorize = createAuthorizer(keys);

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers: OutgoingHttpHeaders = {
      "apigw-requestid": randomBytes(12).toString("base64url"),
      ...corsHeaders(cors, request),
    };
    if (cors && isPreflight(request)) return void response.writeHead(204, headers).end();

    const match = routeOf(request);
    if (match === "malformed") return writeRefusal(response, 400, headers);
    if (!match) return writeRefusal(response, 404, headers);
    if (throttle && !throttle.admit()) return writeRefusal(response, 429, headers);

    const { route, parameters } = match;
    let claims: TokenClaims | undefined;
    if (route.token) {
      const authorization = await authorize(request.headers.authorization, route.token);
      if (!authorization.allowed) {
        return writeRefusal(response, authorization.status, {
          ...headers,
          "www-authenticate": authorization.wwwAuthenticate,
        });
      }
      claims = authorization.claims;
    }

    try {
      const body = await readBody(request, MAX_BODY);
      const scopes = route.token?.scopes ?? [];
      const answer = await invoke(route, requestEvent({ request, body, ...route, parameters, claims, scopes }));
      if (answer === undefined) return writeRefusal(response, 503, headers);
      if (!writeAnswer(response, answer, headers)) writeRefusal(response, 500, headers);
    } catch (error) {
      if (error instanceof BodyTooLarge) return writeRefusal(response, 413, headers);
      if (error instanceof FunctionError) return writeRefusal(response, 500, headers);
      throw error;
    }
  };

  function routeOf(request: IncomingMessage) {
    const [path = "/"] = (request.url ?? "/").split("?", 1);
    try {
      return matchRoute(routes, request.method ?? "GET", path);
    } catch (error) {
      if (isNamed(error, "URIError")) return "malformed";
      throw error;
    }
  }

  /** Undefined when the function took longer than API Gateway waits; it works on all the same. */
  async function invoke(route: ApiRoute, event: Json): Promise<Json | undefined> {
    const host = hosts.get(route.functionName);
    if (!host) throw new Error(`There is no function ${route.functionName}.`);
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), route.timeoutMs);
    try {
      return await Promise.race([host.invoke(event), late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
