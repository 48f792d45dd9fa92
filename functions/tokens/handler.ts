import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Caller, Handlers } from "../../shared/http/handlers.ts";
import { randomId } from "../../shared/ids.ts";
import type { ApiToken } from "../../shared/tokens/api-token.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";
import type { TokenOwners } from "../../shared/tokens/token-owners.ts";
import type { TokenStore } from "../../shared/tokens/token-store.ts";
import { hashToken, hintOf, makeTokenText } from "../../shared/tokens/token-text.ts";
import { endOf } from "./end-of.ts";
import { refuseMoreThanOwn } from "./refuse-more-than-own.ts";

export type Deps = {
  tokens: TokenStore;
  owners: TokenOwners;
  agents: Pick<AgentStore, "get">;
  now: () => Date;
};

/** Enough for a program each, and a list that people can look through. */
export const MAX_TOKENS = 50;

/** A token that has ended is shown for so long, and its user is told when it ended. */
const SHOWN_AFTER_END_SECONDS = 30 * 24 * 60 * 60;

export function tokenHandlers(deps: Deps): Handlers<"tokens"> {
  const { tokens, owners, now } = deps;
  return {
    createToken: async ({ user, body }) => {
      const ends_at = endOf(body.endsAt, user.token?.ends_at, now());
      refuseMoreThanOwn(user, { scopes: body.scopes, agentIds: body.agentIds, endsAt: ends_at });
      await refuseUnknownAgents(user.id, body.agentIds, deps);
      if ((await tokens.list(user.id)).length >= MAX_TOKENS) throw new LatchkeyError("limit_reached");
      const text = makeTokenText();
      const row: ApiToken = {
        user_id: user.id,
        token_id: randomId(),
        token_hash: hashToken(text),
        hint: hintOf(text),
        name: body.name,
        scopes: [...new Set(body.scopes)],
        agent_ids: body.agentIds && [...new Set(body.agentIds)],
        created_at: now().toISOString(),
        ends_at,
        ...(user.token && { made_by: user.token.token_id }),
        expires_at: Math.ceil(Date.parse(ends_at) / 1000) + SHOWN_AFTER_END_SECONDS,
      };
      // The way to the row comes first. Without its row it leads nowhere, and expires.
      const { user_id, token_id, token_hash, expires_at } = row;
      await owners.add({ user_id, token_id, token_hash, expires_at });
      await tokens.add(row);
      return { status: 201, body: { ...shown(row), token: text } };
    },

    listTokens: async ({ user }) => {
      const all = await tokens.list(user.id);
      return { status: 200, body: { tokens: all.filter((row) => reaches(user, row)).map(shown) } };
    },

    // The row goes first: without it the token is refused, whatever else is still there.
    revokeToken: async ({ user, params }) => {
      const all = await tokens.list(user.id);
      const row = all.find(({ token_id }) => token_id === params.id);
      if (row === undefined || !reaches(user, row)) throw new LatchkeyError("not_found");
      const family = [row, ...madeWith(row, all)];
      for (const { token_id } of family) await tokens.remove(user.id, token_id);
      for (const { token_hash } of family) await owners.remove(token_hash);
      return { status: 204 };
    },
  };
}

/** A bound token sees only tokens that reach none but its own agents. */
function reaches(user: Caller, { agent_ids }: ApiToken): boolean {
  if ((user.token?.agent_ids ?? null) === null) return true;
  return agent_ids?.every((agent) => isOfToken(user, agent)) ?? false;
}

/** The tokens that this one made, and those that they made. */
function madeWith({ token_id }: ApiToken, all: ApiToken[]): ApiToken[] {
  const own = all.filter(({ made_by }) => made_by === token_id);
  return own.flatMap((row) => [row, ...madeWith(row, all)]);
}

async function refuseUnknownAgents(userId: string, agentIds: string[] | null, { agents }: Deps): Promise<void> {
  const found = await Promise.all((agentIds ?? []).map((agent) => agents.get(userId, agent)));
  const fields = found.flatMap((agent, at) =>
    agent === undefined ? [{ field: `agentIds.${at}`, message: "There is no such agent" }] : [],
  );
  if (fields.length > 0) throw new LatchkeyError("invalid_request", { fields });
}

function shown(row: ApiToken) {
  return {
    id: row.token_id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    agent_ids: row.agent_ids,
    created_at: row.created_at,
    ends_at: row.ends_at,
    made_by: row.made_by ?? null,
    last_used_at: row.last_used_at ?? null,
    last_used_from: row.last_used_from ?? null,
    seen_in_url_at: row.seen_in_url_at ?? null,
  };
}
