import { isDeepStrictEqual } from "node:util";
import type * as z from "zod/mini";
import { type Domains, fitAddress } from "../../shared/agents/address-check.ts";
import type { AddressClaims } from "../../shared/agents/address-claims.ts";
import { liveOf } from "../../shared/agents/address-list.ts";
import type { Agent } from "../../shared/agents/agent.ts";
import type { AgentAddresses } from "../../shared/agents/agent-addresses.ts";
import type { createAgentBody, patchAgentBody } from "../../shared/api/agent-schemas.ts";
import type { Changes } from "../../shared/aws/set-expression.ts";
import type { BlockList } from "../../shared/correspondents/block-list.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { randomId } from "../../shared/ids.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { isLimitRaised } from "../../shared/limits/raised.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { isOfToken } from "../../shared/tokens/is-of-token.ts";
import { addressHandlers, claimRefused, takeTry } from "./address-handlers.ts";
import { agentWarnings, type Keys } from "./agent-warnings.ts";
import { allowAgain, allowAllAgain, type Denies, deny, listDenied } from "./denied.ts";
import { RANDOM_TRIES, randomAddress } from "./random-address.ts";
import { refuseProviders } from "./refuse-providers.ts";

export type Deps = Denies & {
  claims: AddressClaims;
  agentAddresses: AgentAddresses;
  /** How often a user looks whether an address is free, and claims a chosen one. */
  addressChecks: HourlyLimit;
  addressClaims: HourlyLimit;
  domains: Domains;
  blocked: BlockList;
  jobs: Pick<JobQueue, "requeueHeld">;
  /** Undefined: no warnings about the cost of the key that answers. */
  keys?: Keys | undefined;
};

/**
 * Keeps a user's list within one answer (100 agents with 8,000 characters of instructions each), and keeps a script
 * from claiming addresses without end.
 */
export const MAX_AGENTS = 100;

/** The fields of an agent that its owner sets in a request, except the on/off switch. */
type Owned = Omit<
  Agent,
  | "user_id"
  | "agent_id"
  | "type"
  | "address"
  | "denies_senders"
  | "other_addresses"
  | "addresses_version"
  | "is_active"
  | "paused_reason"
  | "created_at"
  | "updated_at"
>;

export function agentHandlers(deps: Deps): Handlers<"agents"> {
  const { agents, blocked, now } = deps;
  return {
    ...addressHandlers(deps),

    createAgent: async ({ user, body }) => {
      await refuseProviders(body.formDomains);
      if ((await agents.count(user.id)) >= MAX_AGENTS) throw new LatchkeyError("limit_reached");
      const at = now().toISOString();
      const row = {
        user_id: user.id,
        agent_id: randomId(),
        other_addresses: [],
        addresses_version: 0,
        type: body.type,
        ...agentFields(body),
        answer_from: null,
        denies_senders: false,
        is_active: true,
        paused_reason: null,
        created_at: at,
        updated_at: at,
      };
      const agent = await add(row, body.address, deps);
      return { status: 201, body: await withWarnings(agent, deps) };
    },

    listAgents: async ({ user }) => {
      const all = await agents.list(user.id);
      return { status: 200, body: { agents: all.filter(({ agent_id }) => isOfToken(user, agent_id)).map(shown) } };
    },

    getAgent: async ({ user, params }) => {
      const agent = await agents.get(user.id, params.id);
      if (agent === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: await withWarnings(agent, deps) };
    },

    patchAgent: async ({ user, params, body }) => {
      await refuseProviders(body.formDomains);
      const { isActive: is_active } = body;
      // The owner has now set the switch, so it is no longer the platform's choice.
      const changes = {
        ...agentFields(body),
        is_active,
        ...(is_active !== undefined && { paused_reason: null }),
      };
      const before = await agents.get(user.id, params.id);
      refuseForeignSender(before, body.answerFrom, now());
      const agent = await agents.patch(user.id, params.id, changes, now());
      if (before === undefined || agent === undefined) throw new LatchkeyError("not_found");
      // A different key now answers for the agent, or may answer where the first one cannot.
      if (changesKey(before, agent)) await deps.jobs.requeueHeld(user.id, { agent_id: params.id });
      if (raisesLimits(before, agent))
        await deps.jobs.requeueHeld(user.id, { resolved: "limits", agent_id: params.id });
      if (before.answer_from !== agent.answer_from)
        await deps.jobs.requeueHeld(user.id, { resolved: "domain", agent_id: params.id });
      if (changesHours(before, agent)) await deps.jobs.requeueHeld(user.id, { resolved: "hours", agent_id: params.id });
      return { status: 200, body: await withWarnings(agent, deps) };
    },

    deleteAgent: async ({ user, params }) => {
      const agent = await agents.get(user.id, params.id);
      if (agent === undefined) throw new LatchkeyError("not_found");
      if (agent.denies_senders) await deps.denied.removeAll(user.id, params.id);
      if (!(await deps.agentAddresses.remove(agent, now()))) throw new LatchkeyError("conflict");
      return { status: 204 };
    },

    listBlocked: async ({ user, params }) => {
      if ((await agents.get(user.id, params.id)) === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: { blocked: await blocked.list(user.id, params.id) } };
    },

    unblock: async ({ user, params }) => {
      if ((await agents.get(user.id, params.id)) === undefined) throw new LatchkeyError("not_found");
      await blocked.remove(user.id, params.id, params.correspondent);
      return { status: 204 };
    },

    listDenied: (request) => listDenied(request, deps),
    deny: (request) => deny(request, deps),
    allowAgain: (request) => allowAgain(request, deps),
    allowAllAgain: (request) => allowAllAgain(request, deps),
  };
}

/** Adds an agent with the address that was asked for, or a random one. */
async function add(row: Omit<Agent, "address">, asked: string | undefined, deps: Deps): Promise<Agent> {
  if (asked !== undefined) {
    const address = await fitAddress(row.user_id, asked, deps.domains);
    await takeTry(row.user_id, deps.addressClaims, deps.now());
    const fault = await deps.agentAddresses.add({ ...row, address });
    if (fault !== undefined) throw await claimRefused(row.user_id, address, fault, deps);
    return { ...row, address };
  }
  for (let tried = 1; tried <= RANDOM_TRIES; tried += 1) {
    const agent = { ...row, address: randomAddress(deps.domains.shared) };
    if ((await deps.agentAddresses.add(agent)) === undefined) return agent;
  }
  throw new LatchkeyError("conflict");
}

/** Answers leave only from an address that leads to the agent. Whether its domain is still the owner's is asked at each answer. */
function refuseForeignSender(agent: Agent | undefined, from: string | null | undefined, now: Date): void {
  if (agent === undefined || from === undefined || from === null || liveOf(agent, now).includes(from)) return;
  throw new LatchkeyError("invalid_request", {
    fields: [{ field: "answerFrom", message: "must be one of the agent's addresses" }],
  });
}

function changesKey(before: Agent, now: Agent): boolean {
  return before.provider !== now.provider || before.fallback_provider !== now.fallback_provider;
}

/** Mails that wait for the hours begin anew by the hours as they are now. */
function changesHours(before: Agent, now: Agent): boolean {
  return before.time_zone !== now.time_zone || !isDeepStrictEqual(before.office_hours, now.office_hours);
}

/**
 * Whether the change may make room for mails that the agent's own limits held. Mails that were held while it was off
 * stay held.
 */
function raisesLimits(before: Agent, now: Agent): boolean {
  return (
    isLimitRaised(before.max_mails_per_day, now.max_mails_per_day) ||
    isLimitRaised(before.max_usd_per_day, now.max_usd_per_day)
  );
}

/** Maps a request's fields to the row's names. A field that a patch leaves out is undefined. */
function agentFields(body: z.infer<typeof createAgentBody>): Owned;
function agentFields(body: z.infer<typeof patchAgentBody>): Changes<Owned>;
function agentFields({ name, mode, instructions, provider, ...body }: z.infer<typeof patchAgentBody>) {
  return {
    ...{ name, mode, instructions, provider, fallback_provider: body.fallbackProvider },
    answer_from: body.answerFrom,
    max_mails_per_day: body.maxMailsPerDay,
    max_usd_per_day: body.maxUsdPerDay,
    max_replies_per_correspondent_per_hour: body.maxRepliesPerCorrespondentPerHour,
    max_replies_per_correspondent_per_day: body.maxRepliesPerCorrespondentPerDay,
    max_replies_per_domain_per_hour: body.maxRepliesPerDomainPerHour,
    form_domains: body.formDomains,
    answer_only: body.answerOnly,
    draft_first_mails: body.draftFirstMails,
    office_hours: body.officeHours,
    quote_original: body.quoteOriginal,
    quiet_threads: body.quietThreads,
    summary_hour: body.summaryHour,
    time_zone: body.timeZone,
  };
}

async function withWarnings(agent: Agent, { keys, now }: Deps) {
  const warnings = await agentWarnings(agent, keys, now());
  return { ...shown(agent), ...(warnings.length > 0 && { warnings }) };
}

function shown({ agent_id: id, addresses_version: _, ...row }: Agent) {
  return { id, ...row };
}
