import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { type Checks, checkDomain } from "../../shared/domains/check-domain.ts";
import type { DomainRow } from "../../shared/domains/domain.ts";
import { NOT_CLAIMABLE, notClaimable, type Reserved } from "../../shared/domains/domain-name.ts";
import { removeClaim } from "../../shared/domains/end-claim.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import { randomId } from "../../shared/ids.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { shownDomain } from "./shown-domain.ts";

export type Deps = Checks & {
  agents: Pick<AgentStore, "get">;
  /** How often an owner may have DNS looked at in an hour. */
  looks: HourlyLimit;
  reserved: Reserved;
};

/** Proved or not: SES keeps 10,000 identities for all owners together, and each claim is looked at for two weeks. */
export const MAX_DOMAINS = 5;

/** 160 random bits: nobody finds another owner's token. */
const TOKEN_LENGTH = 32;

export function domainHandlers(deps: Deps): Handlers<"domains"> {
  const { domains, holders, now } = deps;
  const own = async (userId: string, domain: string): Promise<DomainRow> => {
    const row = await domains.get(userId, domain);
    if (row === undefined || row.removing_at !== undefined) throw new LatchkeyError("not_found");
    return row;
  };

  return {
    listDomains: async ({ user }) => {
      const rows = await domains.list(user.id);
      const body = { domains: rows.filter(({ removing_at }) => !removing_at).map((row) => shownDomain(row, deps)) };
      return { status: 200, body };
    },

    // The answer is the same whether or not another owner holds the domain, so nobody can find out who is a customer.
    claimDomain: async ({ user, body }) => {
      const { domain } = body;
      const why = await notClaimable(domain, deps.reserved);
      if (why !== undefined) refuse("domain", NOT_CLAIMABLE[why]);
      if ((await domains.list(user.id)).length >= MAX_DOMAINS) throw new LatchkeyError("limit_reached");
      const row = newClaim(user.id, domain, now());
      if (!(await domains.add(row)))
        throw new LatchkeyError("conflict", { detail: "You have added this domain already." });
      return { status: 201, body: shownDomain(row, deps) };
    },

    getDomain: async ({ user, params }) => {
      return { status: 200, body: shownDomain(await own(user.id, params.domain), deps) };
    },

    patchDomain: async ({ user, params, body }) => {
      const { catchAllAgent } = body;
      await own(user.id, params.domain);
      const agent = catchAllAgent === null ? null : await deps.agents.get(user.id, catchAllAgent);
      if (agent === undefined) refuse("catchAllAgent", "You have no such agent.");
      const row = await domains.setCatchAll(user.id, params.domain, catchAllAgent);
      if (row === undefined) throw new LatchkeyError("not_found");
      await holders.setCatchAll(row);
      return { status: 200, body: shownDomain(row, deps) };
    },

    checkDomain: async ({ user, params }) => {
      const row = await own(user.id, params.domain);
      const retryAfter = await deps.looks.take(user.id, now());
      if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });
      const checked = await checkDomain(row, deps);
      if (checked === undefined) throw new LatchkeyError("not_found");
      return { status: 200, body: shownDomain(checked, deps) };
    },

    // If a step fails, the schedule finds the marked row and does the rest.
    removeDomain: async ({ user, params }) => {
      const row = await domains.markRemoving(user.id, params.domain, now());
      if (row === undefined) throw new LatchkeyError("not_found");
      await removeClaim(row, deps);
      return { status: 204 };
    },
  };
}

function refuse(field: string, message: string): never {
  throw new LatchkeyError("invalid_request", { fields: [{ field, message }] });
}

function newClaim(userId: string, domain: string, now: Date): DomainRow {
  const at = now.toISOString();
  return {
    user_id: userId,
    domain,
    claim_id: randomId(),
    token: randomId(TOKEN_LENGTH),
    state: "pending",
    sightings: 0,
    absences: 0,
    dkim_tokens: [],
    signing: "none",
    can_send: false,
    can_receive: false,
    catch_all_agent: null,
    seen: [],
    checks: 0,
    created_at: at,
    check_shard: "0",
    next_check_at: at,
  };
}
