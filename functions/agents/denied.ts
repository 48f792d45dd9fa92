import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { ApiAnswer, ApiRequest } from "../../shared/http/handlers.ts";
import type { Denied } from "../../shared/senders/denied-row.ts";
import type { DenyList } from "../../shared/senders/deny-list.ts";
import { readSenderList } from "../../shared/senders/read-list.ts";

export type Denies = { agents: AgentStore; denied: DenyList; now: () => Date };

/** Nobody names more by hand, and what comes from a published list belongs into a spam filter. */
const MAX_DENIED = 10_000;

/** The newest rows of an agent's list, or of those that hold a text. */
export async function listDenied(
  { user, params, query }: ApiRequest<"listDenied">,
  { agents, denied }: Denies,
): Promise<ApiAnswer<"listDenied">> {
  if ((await agents.get(user.id, params.id)) === undefined) throw new LatchkeyError("not_found");
  const all = await denied.list(user.id, params.id);
  const wanted = query.q?.toLowerCase();
  const matching = wanted === undefined ? all : all.filter(({ sender }) => sender.includes(wanted));
  const shown = matching.toSorted(newestFirst).slice(0, query.limit);
  return { status: 200, body: { denied: shown, total: all.length, matching: matching.length } };
}

function newestFirst(a: Denied, b: Denied): number {
  if (a.added_at !== b.added_at) return a.added_at < b.added_at ? 1 : -1;
  return a.sender < b.sender ? -1 : 1;
}

/** Adds a pasted list. What is no sender is named with its line, and does not keep the others out. */
export async function deny(
  { user, params, body }: ApiRequest<"deny">,
  { agents, denied, now }: Denies,
): Promise<ApiAnswer<"deny">> {
  const agent = await agents.get(user.id, params.id);
  if (agent === undefined) throw new LatchkeyError("not_found");
  const { patterns, refused } = readSenderList(body.senders);
  const before = await denied.count(user.id, params.id);
  if (before + patterns.length > MAX_DENIED && patterns.length > 0)
    await refuseTooMany(before, patterns, agent, denied);
  // The runner looks the list up once this is set. It is set first, so that no row is ever without it.
  if (patterns.length > 0 && !agent.denies_senders) {
    const changed = await agents.patch(user.id, params.id, { denies_senders: true }, now());
    if (changed === undefined) throw new LatchkeyError("not_found");
  }
  const added = await denied.add(user.id, params.id, patterns, now());
  return { status: 200, body: { added, already: patterns.length - added, refused, total: before + added } };
}

/** @throws LatchkeyError `limit_reached`, unless so many of the patterns are on the list already that the rest fits */
async function refuseTooMany(
  before: number,
  patterns: string[],
  { user_id, agent_id }: { user_id: string; agent_id: string },
  denied: DenyList,
): Promise<void> {
  const known = new Set((await denied.list(user_id, agent_id)).map(({ sender }) => sender));
  const fresh = patterns.filter((pattern) => !known.has(pattern)).length;
  if (before + fresh <= MAX_DENIED) return;
  const detail = `The list holds ${before} senders and may hold 10,000. These would be ${fresh} more, so none was added.`;
  throw new LatchkeyError("limit_reached", { detail });
}

export async function allowAgain(
  { user, params }: ApiRequest<"allowAgain">,
  { agents, denied }: Denies,
): Promise<ApiAnswer<"allowAgain">> {
  if ((await agents.get(user.id, params.id)) === undefined) throw new LatchkeyError("not_found");
  await denied.remove(user.id, params.id, params.sender);
  return { status: 204 };
}

export async function allowAllAgain(
  { user, params }: ApiRequest<"allowAllAgain">,
  { agents, denied }: Denies,
): Promise<ApiAnswer<"allowAllAgain">> {
  if ((await agents.get(user.id, params.id)) === undefined) throw new LatchkeyError("not_found");
  await denied.removeAll(user.id, params.id);
  return { status: 204 };
}
