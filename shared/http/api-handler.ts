import middy from "@middy/core";
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from "aws-lambda";
import type { ApiFunction, Route } from "../api/route.ts";
import { LatchkeyError } from "../errors.ts";
import { admit, refuseTokenInUrl } from "./admit.ts";
import { writeAnswer } from "./answer.ts";
import type { Callers } from "./callers.ts";
import type { AnyHandler, Handlers } from "./handlers.ts";
import { problemAnswers, writeProblem } from "./problem.ts";
import { readRequest } from "./read-request.ts";
import { safeHeaders } from "./safe-headers.ts";
import type { VerifyToken } from "./token-verifier.ts";
import { originOf } from "./viewer.ts";

/** Only the function whose routes are all public checks nobody. A check of sessions alone takes no API token. */
type Checks<F extends ApiFunction> = F extends "openapi" ? [] : [Callers | VerifyToken];

type Served = { route: Route; handle: AnyHandler };

/**
 * The Lambda handler of one API function. `routes`: the function's own, so that no other schemas are loaded with it. It finds the route, checks the caller again behind the gateway,
 * reads the request by the route's schemas, and writes only what the route's answers list.
 */
export function apiHandler<F extends ApiFunction>(
  routes: Record<string, Route & { fn: F }>,
  handlers: Handlers<F>,
  ...[checks]: Checks<F>
) {
  const callers = typeof checks === "function" ? { session: checks } : checks;
  // The types of single routes end here. `readRequest` builds each handler's request by the schemas of its own route,
  // and the compiler cannot follow that through a look-up by name.
  const served = withHandlers(routes, new Map<string, AnyHandler>(Object.entries(handlers)));
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(safeHeaders())
    .use(problemAnswers())
    .handler((event) => serve(served.get(event.routeKey), event, callers));
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
  callers: Callers | undefined,
): Promise<APIGatewayProxyStructuredResultV2> {
  if (served === undefined) throw new LatchkeyError("not_found");
  refuseTokenInUrl(event);
  const { route, handle } = served;
  const user = await admit(event, route, callers);
  const request = { ...readRequest(route, event), user, cookies: event.cookies ?? [], origin: originOf(event) };
  const perform = async () => {
    const answer = await handle(request);
    return "error" in answer ? writeProblem(answer.error, answer) : writeAnswer(route, answer, event.headers["accept"]);
  };
  if (user === undefined || callers?.repeats === undefined) return perform();
  return callers.repeats.once({ route, event, user, perform });
}
