import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiFunction, Route } from "../api/route.ts";
import { routes } from "../api/routes.ts";
import { LatchkeyError } from "../errors.ts";
import { writeAnswer } from "./answer.ts";
import { bearerToken } from "./bearer-token.ts";
import type { AnyHandler, Handlers, TokenUser } from "./handlers.ts";
import { problemAnswers, writeProblem } from "./problem.ts";
import { readRequest } from "./read-request.ts";
import { safeHeaders } from "./safe-headers.ts";
import type { VerifyToken } from "./token-verifier.ts";

/** Only the function whose routes are all open goes without a verifier. */
type Verifier<F extends ApiFunction> = F extends "openapi" ? [] : [VerifyToken];

type Served = { route: Route; handle: AnyHandler };

/**
 * The Lambda handler of one API function: finds the route in the table, checks the token again behind the gateway,
 * reads the request by the route's schemas, and lets nothing out that the route's answers do not list.
 */
export function apiHandler<F extends ApiFunction>(fn: F, handlers: Handlers<F>, ...[verify]: Verifier<F>) {
  // Here the types of single routes end: `readRequest` makes each handler's request by the schemas of its own route,
  // which the compiler cannot follow through a look-up by name.
  const served = routesOf(fn, new Map<string, AnyHandler>(Object.entries(handlers)));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(safeHeaders())
    .use(problemAnswers())
    .handler((event) => serve(served.get(event.routeKey), event, verify));
}

function routesOf(fn: ApiFunction, handlers: Map<string, AnyHandler>): Map<string, Served> {
  const served = new Map<string, Served>();
  for (const [name, route] of Object.entries<Route>(routes)) {
    const handle = handlers.get(name);
    if (route.fn === fn && handle) served.set(`${route.method} ${route.path}`, { route, handle });
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
  const answer = await handle({ ...readRequest(route, event), user, cookies: event.cookies ?? [] });
  return "error" in answer ? writeProblem(answer.error, answer) : writeAnswer(route, answer, event.headers["accept"]);
}

/** A function without a verifier can serve no closed route, whatever the compiler was told. */
function userOf(event: APIGatewayProxyEventV2, verify: VerifyToken | undefined): Promise<TokenUser> {
  if (verify === undefined) throw new LatchkeyError("unauthorized");
  return verify(bearerToken(event));
}
