import { LatchkeyError } from "../../shared/errors.ts";
import type { Caller } from "../../shared/http/handlers.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";
import type { Scope } from "../../shared/tokens/scopes.ts";

type Wanted = { scopes: Scope[]; agentIds: string[] | null; endsAt: string };

/**
 * A token cannot make one that may do more, or for longer, than itself. A session may make any.
 * @throws LatchkeyError insufficient_scope
 */
export function refuseMoreThanOwn(user: Caller, { scopes, agentIds, endsAt }: Wanted): void {
  const { token } = user;
  if (token === undefined) return;
  const more = scopes.find((scope) => !token.scopes.includes(scope));
  if (more !== undefined) throw refusal(`It has no scope ${more} to give.`);
  if (endsAt > token.ends_at) throw refusal(`It ends itself at ${token.ends_at}.`);
  if (token.agent_ids === null) return;
  if (agentIds === null) throw refusal("It is bound to certain agents, so name agents of its own in agentIds.");
  if (!agentIds.every((agent) => isOfToken(user, agent))) throw refusal("It is not bound to all of these agents.");
}

function refusal(why: string): LatchkeyError {
  return new LatchkeyError("insufficient_scope", { detail: `This API token cannot make such a token. ${why}` });
}
