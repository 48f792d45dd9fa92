import type * as z from "zod/mini";
import { fitAddress, refusal, refused, unfit } from "../../shared/agents/address-check.ts";
import { readWish } from "../../shared/agents/address-form.ts";
import {
  type AddressList,
  allOf,
  DAY_MS,
  MAX_ADDRESSES,
  withAddress,
  withEnd,
  withFirst,
  withoutAddress,
  withReplaced,
} from "../../shared/agents/address-list.ts";
import type { Agent } from "../../shared/agents/agent.ts";
import type { SaveFault } from "../../shared/agents/agent-addresses.ts";
import type { addressList } from "../../shared/api/address-schemas.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import type { Handlers } from "../../shared/http/handlers.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import type { Deps } from "./handler.ts";
import { RANDOM_TRIES, randomAddress } from "./random-address.ts";

type AddressRoutes =
  | "checkAddress"
  | "listAddresses"
  | "addAddress"
  | "patchAddress"
  | "replaceAddress"
  | "deleteAddress";

export function addressHandlers(deps: Deps): Pick<Handlers<"agents">, AddressRoutes> {
  const { now } = deps;
  return {
    checkAddress: async ({ user, params }) => {
      const wish = readWish(params.address, deps.domains.shared);
      // What the name itself says costs nothing, so only a look at the addresses of others is counted.
      const found = (await unfit(user.id, wish, deps.domains)) ?? (await lookedUp(user.id, wish.address, deps));
      const { reason = null, message = null } = found ?? {};
      return { status: 200, body: { address: wish.address, available: found === undefined, reason, message } };
    },

    listAddresses: async ({ user, params }) => ({
      status: 200,
      body: shown(await agentOf(user.id, params.id, deps), now()),
    }),

    addAddress: async ({ user, params, body }) => {
      const agent = await agentOf(user.id, params.id, deps);
      const grown = (address: string) => withAddress(agent, address, body.isPrimary, now());
      return { status: 201, body: await claimed(agent, body.address, grown, deps) };
    },

    patchAddress: async ({ user, params, body }) => {
      const agent = await agentOf(user.id, params.id, deps);
      const { address } = readWish(params.address, deps.domains.shared);
      const { isPrimary, endsInDays } = body;
      const first: AddressList = isPrimary === true ? withFirst(agent, address, now()) : agent;
      const list = endsInDays === undefined ? first : withEnd(first, address, endOf(endsInDays, now()), now());
      return { status: 200, body: shown(await saved(agent, list, deps), now()) };
    },

    replaceAddress: async ({ user, params, body }) => {
      const agent = await agentOf(user.id, params.id, deps);
      const { address: old } = readWish(params.address, deps.domains.shared);
      const ends_at = body.keepDays === 0 ? "now" : endOf(body.keepDays, now());
      const replaced = (address: string) => withReplaced(agent, old, { address, ends_at }, now());
      return { status: 201, body: await claimed(agent, body.address, replaced, deps) };
    },

    deleteAddress: async ({ user, params }) => {
      const agent = await agentOf(user.id, params.id, deps);
      const { address } = readWish(params.address, deps.domains.shared);
      await saved(agent, withoutAddress(agent, address, now()), deps);
      return { status: 204 };
    },
  };
}

/** Takes one of the hour's tries. @throws LatchkeyError `too_many_requests` */
export async function takeTry(userId: string, limit: HourlyLimit, now: Date): Promise<void> {
  const retryAfter = await limit.take(userId, now);
  if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });
}

/** What an owner reads where an address that fits could not be claimed. */
export async function claimRefused(userId: string, address: string, fault: SaveFault, deps: Deps) {
  if (fault === "changed") return new LatchkeyError("conflict");
  return refused((await refusal(userId, address, deps.claims)) ?? { reason: fault, message: "" });
}

async function lookedUp(userId: string, address: string, deps: Deps) {
  await takeTry(userId, deps.addressChecks, deps.now());
  return refusal(userId, address, deps.claims);
}

async function agentOf(userId: string, agentId: string, { agents }: Deps): Promise<Agent> {
  const agent = await agents.get(userId, agentId);
  if (agent === undefined) throw new LatchkeyError("not_found");
  return agent;
}

function endOf(days: number | null, now: Date): string | undefined {
  return days === null ? undefined : new Date(now.getTime() + days * DAY_MS).toISOString();
}

/** Saves the list with a new address in it: the one asked for, or a random one. */
async function claimed(agent: Agent, asked: string | undefined, change: (address: string) => AddressList, deps: Deps) {
  const { user_id } = agent;
  if (asked === undefined) {
    for (let tried = 1; tried <= RANDOM_TRIES; tried += 1) {
      const result = await deps.agentAddresses.save(agent, change(randomAddress(deps.domains.shared)), deps.now());
      if (typeof result !== "string") return shown(result, deps.now());
      if (result === "changed") break;
    }
    throw new LatchkeyError("conflict");
  }
  const address = await fitAddress(user_id, asked, deps.domains);
  if (allOf(agent).some((each) => each.address === address)) {
    throw refused({ reason: "yours", message: "This agent has the address already." });
  }
  const list = change(address);
  await takeTry(user_id, deps.addressClaims, deps.now());
  const result = await deps.agentAddresses.save(agent, list, deps.now());
  if (typeof result === "string") throw await claimRefused(user_id, address, result, deps);
  return shown(result, deps.now());
}

async function saved(agent: Agent, list: AddressList, deps: Deps): Promise<Agent> {
  const result = await deps.agentAddresses.save(agent, list, deps.now());
  if (typeof result === "string") throw new LatchkeyError("conflict");
  return result;
}

function shown(agent: AddressList, now: Date): z.infer<typeof addressList> {
  const addresses = allOf(agent).map(({ address, ends_at = null }) => ({
    address,
    is_primary: address === agent.address,
    state: stateOf(ends_at, now),
    ends_at,
  }));
  return { addresses, most: MAX_ADDRESSES };
}

function stateOf(endsAt: string | null, now: Date) {
  if (endsAt === null) return "active" as const;
  return now.toISOString() < endsAt ? ("ending" as const) : ("ended" as const);
}
