import type { APIGatewayProxyEventV2 } from "aws-lambda";
import type { Route } from "../api/route.ts";
import { LatchkeyError } from "../errors.ts";
import { log } from "../log.ts";
import { identityOf } from "../tokens/identity.ts";
import { isOfToken } from "../tokens/is-of-token.ts";
import { findToken, isApiToken } from "../tokens/token-text.ts";
import { bearerToken } from "./bearer-token.ts";
import type { Callers } from "./callers.ts";
import type { Caller, TokenUser } from "./handlers.ts";

/**
 * The caller, checked again behind the gateway, if the route is open to it. A refusal of an API token is logged, without
 * the token.
 * @throws LatchkeyError `unauthorized`, `token_ended`, `insufficient_scope`; `not_found` for an agent that the token does
 * not reach
 */
export async function admit(
  event: APIGatewayProxyEventV2,
  route: Route,
  callers: Callers | undefined,
): Promise<TokenUser | Caller | undefined> {
  if (route.token === "none") return undefined;
  // A function that checks nobody cannot serve a route that needs a token, whatever the compiler was told.
  if (callers === undefined) throw new LatchkeyError("unauthorized");
  const text = bearerToken(event);
  if (!isApiToken(text)) return sessionOf(text, event, callers);
  let caller: Caller | undefined;
  try {
    caller = await tokenOf(text, event, callers);
    mayCall(caller, route, event);
    return caller;
  } catch (error) {
    if (error instanceof LatchkeyError && error.status < 500) {
      const { routeKey, requestContext } = event;
      const token_id = caller?.token?.token_id;
      log("api_token_refused", {
        route: routeKey,
        code: error.code,
        token_id,
        api_request_id: requestContext.requestId,
      });
    }
    throw error;
  }
}

async function sessionOf(text: string, event: APIGatewayProxyEventV2, { session }: Callers): Promise<TokenUser> {
  // The authorizer can only take away: this function checks the signature itself.
  if (identityOf(event)?.kind === "unknown") throw new LatchkeyError("unauthorized");
  return session(text);
}

async function tokenOf(text: string, event: APIGatewayProxyEventV2, { apiToken }: Callers): Promise<Caller> {
  if (apiToken === undefined) throw new LatchkeyError("unauthorized");
  return apiToken(text, identityOf(event));
}

function mayCall(caller: Caller, route: Route, event: APIGatewayProxyEventV2): void {
  const { token } = caller;
  if (token === undefined || route.token === "none") throw new LatchkeyError("unauthorized");
  if (route.scope === "none") {
    throw new LatchkeyError("insufficient_scope", { detail: "No API token may do this. Log in for it." });
  }
  if (!token.scopes.includes(route.scope)) {
    const detail = `This API token may not do this: it lacks the scope ${route.scope}.`;
    throw new LatchkeyError("insufficient_scope", { detail, needs: route.scope });
  }
  if (token.agent_ids === null || route.boundTokens === "handler") return;
  if (route.boundTokens === "refused") {
    const detail = "This API token is bound to certain agents, and this is about the whole account.";
    throw new LatchkeyError("insufficient_scope", { detail });
  }
  // The same words as for an agent that does not exist.
  if (!isOfToken(caller, event.pathParameters?.["id"] ?? "")) throw new LatchkeyError("not_found");
}

/**
 * Refuses a request whose URL holds an API token, whoever makes it: what stands in a URL is kept by proxies, histories and
 * logs. The gateway refuses a request that has its token nowhere else.
 * @throws LatchkeyError `token_in_url`
 */
export function refuseTokenInUrl({ rawQueryString, routeKey }: APIGatewayProxyEventV2): void {
  if (findToken(rawQueryString) === undefined) return;
  log("api_token_in_url", { route: routeKey });
  throw new LatchkeyError("token_in_url");
}
