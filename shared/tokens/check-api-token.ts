import { timingSafeEqual } from "node:crypto";
import { LatchkeyError } from "../errors.ts";
import type { UserStore } from "../users/user-store.ts";
import type { ApiToken, TokenGrant } from "./api-token.ts";
import type { Identity } from "./identity.ts";
import type { TokenStore } from "./token-store.ts";
import { hashToken } from "./token-text.ts";

export type TokenCaller = { id: string; token: TokenGrant };

/** @throws LatchkeyError `unauthorized` or `token_ended` */
export type CheckApiToken = (token: string, identity: Identity | undefined) => Promise<TokenCaller>;

type Deps = { tokens: Pick<TokenStore, "get">; users: Pick<UserStore, "get">; now: () => Date };

/**
 * Checks an API token at each call, whatever the gateway still has in its cache: its row, which is gone once it is
 * revoked, and its account. The authorizer's word leads to the row, and the row must have the hash of the token that was
 * sent, so a call that does not come through the gateway needs a good token too.
 */
export function apiTokenCheck({ tokens, users, now }: Deps): CheckApiToken {
  return async (text, identity) => {
    if (identity?.kind !== "token") throw new LatchkeyError("unauthorized");
    const { user_id, token_id } = identity;
    const [row, user] = await Promise.all([tokens.get(user_id, token_id), users.get(user_id)]);
    if (row === undefined || user === undefined || user.deleting_at !== undefined)
      throw new LatchkeyError("unauthorized");
    if (!isOf(row, text)) throw new LatchkeyError("unauthorized");
    // Revoking a token revokes those that it made, also one that it was making at that moment.
    const isOrphan = row.made_by !== undefined && (await tokens.get(user_id, row.made_by)) === undefined;
    if (isOrphan) throw new LatchkeyError("unauthorized");
    if (user.tokens_ended_at !== undefined && row.created_at <= user.tokens_ended_at) {
      throw new LatchkeyError("unauthorized");
    }
    const { scopes, agent_ids, ends_at } = row;
    if (Date.parse(ends_at) <= now().getTime()) {
      throw new LatchkeyError("token_ended", { detail: `This API token ended at ${ends_at}. Make a new one.` });
    }
    return { id: user_id, token: { token_id, scopes, agent_ids, ends_at } };
  };
}

function isOf({ token_hash }: ApiToken, text: string): boolean {
  const [stored, given] = [Buffer.from(token_hash), Buffer.from(hashToken(text))];
  return stored.length === given.length && timingSafeEqual(stored, given);
}
