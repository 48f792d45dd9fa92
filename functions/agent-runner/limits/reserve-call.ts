import type { Agent } from "../../../shared/agents/agent.ts";
import type { Config } from "../../../shared/ai-configs/config.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { settingsFor } from "../../../shared/providers/models.ts";
import { tokenUpperBound } from "../../../shared/providers/token-bound.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Refusal } from "../../../shared/usage/reservations.ts";
import { type TellsSpent, tellSpent } from "../notify/tell-spent.ts";
import { slotOf } from "../stop/reservation.ts";
import { backoff, held, type Stop } from "../stop/stop.ts";

/** What a call is made of that has a price. */
type Call = {
  config: Pick<Config, "provider" | "model_name" | "temperature" | "max_tokens" | "owner_price">;
  prompt: { system: string; turns: Turn[] };
};

type Asks = {
  run: Run;
  agent: Agent;
  /** Whose key pays; the platform's has a number of mails a month, an owner's a budget. */
  chosen: { paidBy: "platform"; config: Call["config"]; mails: number } | { paidBy: "owner"; config: Call["config"] };
  prompt: Call["prompt"];
  read: Read;
};

/**
 * Sets aside what one call may use, in mails and in money, before the provider is asked. May be repeated: before a call
 * of the same run that may cost more, or that follows one whose answer was lost, it sets the rest aside.
 * @returns why the call may not be made; undefined when it may
 */
export async function reserveCall(
  { run, agent, chosen, prompt, read }: Asks,
  deps: TellsSpent & { now: () => Date },
): Promise<Stop | undefined> {
  const mails = agent.max_mails_per_day;
  if (chosen.paidBy === "platform") {
    const amount = { perCall: 0, calls: 1 };
    const free = { amount, day: { mails }, month: { paidBy: "platform", mails: chosen.mails } } as const;
    return explainRefusal(await deps.usage.reserve(slotOf(run), free), run, read, deps);
  }
  const user = await deps.users.get(run.user_id);
  // The agents of an account that is being deleted go too, only later than its owner's request.
  if (user?.deleting_at !== undefined) return held("agent_deleted", read);
  const budget = nano(user?.monthly_budget_usd);
  const ofAgent = nano(agent.max_usd_per_day);
  const isBounded = budget !== undefined || ofAgent !== undefined;
  const perCall = isBounded ? await boundCost({ config: chosen.config, prompt }, deps.now()) : 0;
  if (perCall === null) return held("price_unknown", read);
  const reserved = await deps.usage.reserve(slotOf(run), {
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
  deps: TellsSpent,
): Promise<Stop | undefined> {
  if (reserved === "reserved") return undefined;
  if (reserved === "busy") return { stop: "wait", seconds: backoff(run.attempts), why: "busy" };
  if (reserved === "monthly_budget" || reserved === "agent_daily_budget") {
    await tellSpent(run, slotOf(run), deps, reserved);
  }
  return held(reserved, read);
}

/**
 * The most that a call can cost, in 1e-9 USD; null when nobody knows a price of the model. It is above what any answer to
 * this call can cost, however its tokens are split: the answer, with its reasoning, ends at its limit.
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
