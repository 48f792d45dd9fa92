import type { APIGatewayRequestAuthorizerEventV2, APIGatewaySimpleAuthorizerWithContextResult } from "aws-lambda";
import { LatchkeyError } from "../../shared/errors.ts";
import { bearerToken } from "../../shared/http/bearer-token.ts";
import type { VerifyToken } from "../../shared/http/token-verifier.ts";
import { originOf, viewerOf } from "../../shared/http/viewer.ts";
import { describeError, log } from "../../shared/log.ts";
import type { ApiToken } from "../../shared/tokens/api-token.ts";
import type { Identity } from "../../shared/tokens/identity.ts";
import type { TokenOwners } from "../../shared/tokens/token-owners.ts";
import type { TokenStore } from "../../shared/tokens/token-store.ts";
import { findToken, hashToken, isApiToken, isWellFormed } from "../../shared/tokens/token-text.ts";

export type Deps = {
  session: VerifyToken;
  tokens: Pick<TokenStore, "get" | "markUsed" | "markSeenInUrl">;
  owners: Pick<TokenOwners, "find">;
  edgeProof: string;
  now: () => Date;
};

type Event = APIGatewayRequestAuthorizerEventV2;
type Answer = APIGatewaySimpleAuthorizerWithContextResult<Identity>;

/** The gateway asks for a caller at most once in five minutes (infra/api.ts), and only then is a use seen. */
const USE_IS_NEW_MS = 4 * 60 * 1000;

/**
 * Tells who calls, for the gateway to pass on and to keep for some minutes. It says nothing of the route, so the gateway
 * may use its answer for every route, and it lets nobody through alone: each function checks the caller anew
 * (shared/http/admit.ts). An unknown caller goes on to the function as well, which answers with a 401. The gateway itself
 * would answer with a 403, and clients with an expired session would not know to refresh it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html
 * @throws LatchkeyError unavailable where the user pool's keys cannot be had: a 500 of the gateway, and not kept
 */
export function authorizer(deps: Deps): (event: Event) => Promise<Answer> {
  return async (event) => {
    await warnOfUrl(event, deps);
    return { isAuthorized: true, context: await identify(event, deps) };
  };
}

async function identify(event: Event, deps: Deps): Promise<Identity> {
  try {
    const text = bearerToken({ headers: event.headers ?? {} });
    if (isApiToken(text)) return await tokenOf(text, event, deps);
    await deps.session(text);
    return { kind: "session" };
  } catch (error) {
    if (error instanceof LatchkeyError && error.status === 401) return { kind: "unknown" };
    throw error;
  }
}

async function tokenOf(text: string, event: Event, deps: Deps): Promise<Identity> {
  const row = await find(text, deps);
  if (row === undefined) return { kind: "unknown" };
  await noteUse(row, event, deps);
  const { user_id, token_id } = row;
  return { kind: "token", user_id, token_id };
}

async function find(text: string, { owners, tokens }: Deps): Promise<ApiToken | undefined> {
  const owner = isWellFormed(text) ? await owners.find(hashToken(text)) : undefined;
  return owner && tokens.get(owner.user_id, owner.token_id);
}

/** A failure to write it must not refuse the call. */
async function noteUse(row: ApiToken, event: Event, { tokens, edgeProof, now }: Deps): Promise<void> {
  const at = now();
  if (Date.parse(row.ends_at) <= at.getTime()) return;
  const from = viewerOf(originOf({ headers: event.headers ?? {}, requestContext: event.requestContext }), edgeProof);
  const isKnown = at.getTime() - Date.parse(row.last_used_at ?? "1970-01-01") < USE_IS_NEW_MS;
  if (isKnown && row.last_used_from === from) return;
  await tokens
    .markUsed(row.user_id, row.token_id, at, from)
    .catch((error: unknown) => log("token_use_not_noted", describeError(error)));
}

/** Notes for its owner that a token was in a URL. The function refuses the request. */
async function warnOfUrl(event: Event, deps: Deps): Promise<void> {
  const text = findToken(event.rawQueryString);
  if (text === undefined) return;
  try {
    const row = await find(text, deps);
    if (row) await deps.tokens.markSeenInUrl(row.user_id, row.token_id, deps.now());
  } catch (error) {
    log("token_in_url_not_noted", describeError(error));
  }
}
