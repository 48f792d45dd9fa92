import type { Bounds } from "../../shared/usage/reservations.ts";
import type { Spent } from "../../shared/usage/spent.ts";

/** What bounds a call of an owner's key; without changes, so many mails a day and no budget. */
export function bounds(mails = 1_000, { nanoUsd = 0, calls = 1, ofDay, ofMonth }: Money = {}): Bounds {
  return {
    amount: { perCall: nanoUsd, calls },
    day: { mails, nanoUsd: ofDay },
    month: { paidBy: "owner", budget: ofMonth },
  };
}

/** 1e-9 USD: what each of the calls may cost, and the budgets. */
type Money = { nanoUsd?: number; calls?: number; ofDay?: number; ofMonth?: number };

/** A call that the platform pays for. */
export function freeBounds(freeMails: number): Bounds {
  return { amount: { perCall: 0, calls: 1 }, day: { mails: 1_000 }, month: { paidBy: "platform", mails: freeMails } };
}

/** What an answer to one mail has used of Alice's key. */
export function spentOn(counters: Spent["counters"], changes: Partial<Spent> = {}): Spent {
  return { paidBy: "owner", agentId: "agent1", provider: "openai", model: "gpt-4", counters, ...changes };
}
