import type { Agent } from "../../../shared/agents/agent.ts";
import type { Config } from "../../../shared/ai-configs/config.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { settingsFor } from "../../../shared/providers/models.ts";
import { tokenUpperBound } from "../../../shared/providers/token-bound.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Refusal } from "../../../shared/usage/reservations.ts";
import { type NotifiesBudget, notifyBudgetSpent } from "../notify/notify-budget-spent.ts";
import type { OwnerRows } from "../payer/owner-rows.ts";
import { reservationSlot } from "../stop/reservation.ts";
import { backoff, hold, type Stop } from "../stop/stop.ts";

/** The parts of a call that determine its price. */
type Call = {
  config: Pick<Config, "provider" | "model_name" | "temperature" | "max_tokens" | "owner_price">;
  prompt: { system: string; turns: Turn[] };
};

type Asks = {
  run: Run;
  agent: Agent;
  owner: Pick<OwnerRows, "user">;
  /** Whose key pays. The platform's key has a monthly number of mails, an owner's key a budget. */
  chosen: { paidBy: "platform"; config: Call["config"]; mails: number } | { paidBy: "owner"; config: Call["config"] };
  prompt: Call["prompt"];
  read: Read;
};

/**
 * Reserves the mails and the money that one call may use, before the provider is asked. It may be repeated: for a call of
 * the same run that may cost more, or that follows a lost call, it reserves the difference.
 * @returns why the call may not be made; undefined if it may
 */
export async function reserveCall(
  { run, agent, owner, chosen, prompt, read }: Asks,
  deps: NotifiesBudget & { now: () => Date },
): Promise<Stop | undefined> {
  const mails = agent.max_mails_per_day;
  if (chosen.paidBy === "platform") {
    const amount = { perCall: 0, calls: 1 };
    const free = { amount, day: { mails }, month: { paidBy: "platform", mails: chosen.mails } } as const;
    return explainRefusal(await deps.usage.reserve(reservationSlot(run), free), run, read, deps);
  }
  const { user } = owner;
  // The agents of an account that is being deleted are removed too, shortly after the request.
  if (user?.deleting_at !== undefined) return hold("agent_deleted", read);
  const budget = nano(user?.monthly_budget_usd);
  const ofAgent = nano(agent.max_usd_per_day);
  const isBounded = budget !== undefined || ofAgent !== undefined;
  const perCall = isBounded ? await boundCost({ config: chosen.config, prompt }, deps.now()) : 0;
  if (perCall === null) return hold("price_unknown", read);
  const reserved = await deps.usage.reserve(reservationSlot(run), {
    amount: { perCall, calls: lostToOwner(run) + 1 },
    day: { mails, nanoUsd: ofAgent },
    month: { paidBy: "owner", budget },
  });
  return explainRefusal(reserved, run, read, deps);
}

/** Calls whose answers were lost and that the owner may have been charged for. */
function lostToOwner({ calls_lost, lost_by }: Run): number {
  return calls_lost - lost_by.filter(({ paid_by }) => paid_by === "platform").length;
}

async function explainRefusal(
  reserved: "reserved" | Refusal,
  run: Run,
  read: Read,
  deps: NotifiesBudget,
): Promise<Stop | undefined> {
  if (reserved === "reserved") return undefined;
  if (reserved === "busy") return { stop: "wait", seconds: backoff(run.attempts), why: "busy" };
  if (reserved === "monthly_budget" || reserved === "agent_daily_budget") {
    await notifyBudgetSpent(run, reservationSlot(run), deps, reserved);
  }
  return hold(reserved, read);
}

/**
 * Returns the most that a call can cost in 1e-9 USD, or null if the model has no known price. No answer can cost more,
 * because the token limit also bounds its reasoning tokens.
 */
export async function boundCost({ config, prompt }: Call, now: Date): Promise<number | null> {
  const { priceCeilingOf } = await import("../../../shared/providers/price-ceiling.ts");
  const { provider, model_name, owner_price } = config;
  const { models } = await loadProvider(provider);
  const { maxTokens } = settingsFor(models, model_name, {
    temperature: config.temperature,
    maxTokens: config.max_tokens,
  });
  const input = tokenUpperBound([prompt.system, ...prompt.turns.map(({ text }) => text)]);
  const ceiling = priceCeilingOf(provider, model_name, { input, output: maxTokens }, now, owner_price);
  return ceiling && Math.ceil(ceiling * (models.dearestFactor ?? 1));
}

/** 1e-9 USD; undefined where no limit is set. */
function nano(usd: number | null | undefined): number | undefined {
  return usd === null || usd === undefined ? undefined : Math.round(usd * 1e9);
}
