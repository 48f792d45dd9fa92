import { randomBytes } from "node:crypto";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { isNamed } from "../../shared/errors.ts";
import { FunctionError } from "../functions/function-error.ts";
import type { LambdaHost } from "../functions/lambda-host.ts";
import { BodyTooLarge, readBody } from "../http/read-body.ts";
import type { Json } from "../template/template.ts";
import { type RefusalStatus, writeAnswer, writeRefusal } from "./answer.ts";
import { createAuthorizer, type Keys } from "./authorizer.ts";
import { type Cors, corsHeaders, isPreflight } from "./cors.ts";
import { authorizerEvent, jwtContext, requestEvent } from "./event.ts";
import { createLambdaAuthorizer } from "./lambda-authorizer.ts";
import { type Match, matchRoute } from "./match-route.ts";
import type { ApiRoute } from "./routes.ts";
import type { Throttles } from "./throttle.ts";

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html */
const MAX_BODY = 10 * 1024 * 1024;

export type GatewayOptions = {
  routes: ApiRoute[];
  hosts: Map<string, Pick<LambdaHost, "invoke">>;
  keys: Keys;
  cors: Cors | undefined;
  throttles: Throttles;
  /** Milliseconds. */
  clock?: () => number;
};

/**
 * Answers a request as the template's HTTP API does. When it refuses a request itself, it writes API Gateway's own
 * body.
 */
export function createGateway({ routes, hosts, keys, cors, throttles, clock = Date.now }: GatewayOptions) {
  const authorizers = { jwt: createAuthorizer(keys), lambda: createLambdaAuthorizer(hosts, clock) };

  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const headers: OutgoingHttpHeaders = {
      "apigw-requestid": randomBytes(12).toString("base64url"),
      ...corsHeaders(cors, request),
    };
    if (cors && isPreflight(request)) return void response.writeHead(204, headers).end();
    try {
      const { route, parameters } = routeOf(routes, request);
      const throttle = throttles.routes.get(route.routeKey) ?? throttles.stage;
      if (throttle && !throttle.admit(clock())) throw new Refusal(429);
      const parts = { request, routeKey: route.routeKey, parameters };
      const authorizer = await authorize(parts, route, authorizers);
      const event = requestEvent({ ...parts, body: await readBody(request, MAX_BODY), authorizer });
      const answer = await invoke(hosts, route, event);
      if (!writeAnswer(response, answer, headers)) throw new Refusal(500);
    } catch (error) {
      const { status, extra } = refusalOf(error);
      writeRefusal(response, status, { ...headers, ...extra });
    }
  };
}

/** An answer of the gateway itself. */
class Refusal extends Error {
  readonly status: RefusalStatus;
  readonly extra: OutgoingHttpHeaders;

  constructor(status: RefusalStatus, extra: OutgoingHttpHeaders = {}) {
    super();
    this.status = status;
    this.extra = extra;
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof BodyTooLarge) return new Refusal(413);
  if (error instanceof FunctionError) return new Refusal(500);
  throw error;
}

function routeOf(routes: ApiRoute[], request: IncomingMessage): Match<ApiRoute> {
  const [path = "/"] = (request.url ?? "/").split("?", 1);
  try {
    const match = matchRoute(routes, request.method ?? "GET", path);
    if (match) return match;
  } catch (error) {
    if (isNamed(error, "URIError")) throw new Refusal(400);
    throw error;
  }
  throw new Refusal(404);
}

type Authorizers = {
  jwt: ReturnType<typeof createAuthorizer>;
  lambda: ReturnType<typeof createLambdaAuthorizer>;
};
type Asked = Parameters<typeof authorizerEvent>[0];

/** What the function is told about its caller. Undefined on a public route. */
async function authorize(asked: Asked, { token, caller }: ApiRoute, by: Authorizers): Promise<Json | undefined> {
  const { headers } = asked.request;
  if (token) {
    const answer = await by.jwt(headers.authorization, token);
    if (!answer.allowed) throw new Refusal(answer.status, { "www-authenticate": answer.wwwAuthenticate });
    return jwtContext(answer.claims, token.scopes);
  }
  if (caller === undefined) return undefined;
  const given = Object.fromEntries(caller.headers.map((name) => [name, headers[name]?.toString()]));
  const answer = await by.lambda(caller, given, (source) => authorizerEvent(asked, source));
  if (!answer.allowed) throw new Refusal(answer.status);
  return { lambda: answer.context };
}

/** Refuses when the function takes longer than API Gateway waits. The function keeps running. */
async function invoke(hosts: GatewayOptions["hosts"], route: ApiRoute, event: Json): Promise<Json> {
  const host = hosts.get(route.functionName);
  if (!host) throw new Error(`There is no function ${route.functionName}.`);
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Refusal(503)), route.timeoutMs);
  try {
    return await Promise.race([host.invoke(event), late]);
  } finally {
    clearTimeout(timer);
  }
}
