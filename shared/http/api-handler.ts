import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiFunction, Route } from "../api/route.ts";
import { LatchkeyError } from "../errors.ts";
import { writeAnswer } from "./answer.ts";
import { bearerToken } from "./bearer-token.ts";
import type { AnyHandler, Handlers, TokenUser } from "./handlers.ts";
import { problemAnswers, writeProblem } from "./problem.ts";
import { readRequest } from "./read-request.ts";
import { safeHeaders } from "./safe-headers.ts";
import type { VerifyToken } from "./token-verifier.ts";
import { originOf } from "./viewer.ts";

/** Only the function whose routes are all public has no verifier. */
type Verifier<F extends ApiFunction> = F extends "openapi" ? [] : [VerifyToken];

type Served = { route: Route; handle: AnyHandler };

/**
 * The Lambda handler of one API function. `routes`: the function's own, so that no other schemas are loaded with it. It finds the route, checks the token again behind the gateway,
 * reads the request by the route's schemas, and writes only what the route's answers list.
 */
export function apiHandler<F extends ApiFunction>(
  routes: Record<string, Route & { fn: F }>,
  handlers: Handlers<F>,
  ...[verify]: Verifier<F>
) {
  // The types of single routes end here. `readRequest` builds each handler's request by the schemas of its own route,
  // and the compiler cannot follow that through a look-up by name.
  const served = withHandlers(routes, new Map<string, AnyHandler>(Object.entries(handlers)));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(safeHeaders())
    .use(problemAnswers())
    .handler((event) => serve(served.get(event.routeKey), event, verify));
}

function withHandlers(routes: Record<string, Route>, handlers: Map<string, AnyHandler>): Map<string, Served> {
  const served = new Map<string, Served>();
  for (const [name, route] of Object.entries(routes)) {
    const handle = handlers.get(name);
    if (handle) served.set(`${route.method} ${route.path}`, { route, handle });
  }
  return served;
}

async function serve(
  served: Served | undefined,
  event: APIGatewayProxyEventV2,
  verify: VerifyToken | undefined,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (served === undefined) throw new LatchkeyError("not_found");
  const { route, handle } = served;
  const user = route.token === "none" ? undefined : await userOf(event, verify);
  const request = { ...readRequest(route, event), user, cookies: event.cookies ?? [], origin: originOf(event) };
  const answer = await handle(request);
  return "error" in answer ? writeProblem(answer.error, answer) : writeAnswer(route, answer, event.headers["accept"]);
}

/** A function without a verifier cannot serve a route that needs a token, whatever the compiler was told. */
function userOf(event: APIGatewayProxyEventV2, verify: VerifyToken | undefined): Promise<TokenUser> {
  if (verify === undefined) throw new LatchkeyError("unauthorized");
  return verify(bearerToken(event));
}
