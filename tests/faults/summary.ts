import type { History } from "./history.ts";
import { violations } from "./invariants.ts";

/** What one history, or many together, have shown. */
export type Summary = {
  mails: number;
  calls: number;
  faults: number;
  lost: number;
  doubleReplies: number;
  overCharged: number;
  /**
   * Mails that were meant to get one answer, that a provider was paid for, and whose answers all arrived. Then, how
   * many of those were paid for once.
   */
  heard: number;
  heardPaidOnce: number;
  unsettledAfter15: number;
  /** Virtual minutes from the end of the faults to the last run at rest. */
  minutes: number;
  deadLetters: number;
  violations: string[];
  states: Record<string, number>;
};

export const NOTHING: Summary = {
  mails: 0,
  calls: 0,
  faults: 0,
  lost: 0,
  doubleReplies: 0,
  overCharged: 0,
  heard: 0,
  heardPaidOnce: 0,
  unsettledAfter15: 0,
  minutes: 0,
  deadLetters: 0,
  violations: [],
  states: {},
};

export function summaryOf({ outcome, calls, redriven, minutes, unsettledAfter15 }: History): Summary {
  const { fates } = outcome;
  const count = (is: (fate: (typeof fates)[number]) => boolean) => fates.filter(is).length;
  const states: Record<string, number> = {};
  for (const run of fates.flatMap(({ runs }) => runs)) {
    const state = run.reason === undefined ? run.state : `${run.state}: ${run.reason}`;
    states[state] = (states[state] ?? 0) + 1;
  }
  return {
    mails: fates.length,
    calls: calls.length,
    faults: calls.filter(({ fault }) => fault !== "none").length,
    lost: outcome.unsettled.length,
    doubleReplies: count(({ mails }) => mails > 1),
    overCharged: count(({ charges, asked }) => charges > 2 * asked),
    heard: count(({ charges, lostAnswers, asked }) => charges > 0 && lostAnswers === 0 && asked === 1),
    heardPaidOnce: count(({ charges, lostAnswers, asked }) => charges === 1 && lostAnswers === 0 && asked === 1),
    unsettledAfter15,
    minutes: minutes ?? Number.POSITIVE_INFINITY,
    deadLetters: redriven,
    violations: violations(outcome),
    states,
  };
}

export function together(a: Summary, b: Summary): Summary {
  const states = { ...a.states };
  for (const [state, count] of Object.entries(b.states)) states[state] = (states[state] ?? 0) + count;
  return {
    mails: a.mails + b.mails,
    calls: a.calls + b.calls,
    faults: a.faults + b.faults,
    lost: a.lost + b.lost,
    doubleReplies: a.doubleReplies + b.doubleReplies,
    overCharged: a.overCharged + b.overCharged,
    heard: a.heard + b.heard,
    heardPaidOnce: a.heardPaidOnce + b.heardPaidOnce,
    unsettledAfter15: a.unsettledAfter15 + b.unsettledAfter15,
    minutes: Math.max(a.minutes, b.minutes),
    deadLetters: a.deadLetters + b.deadLetters,
    violations: [...a.violations, ...b.violations],
    states,
  };
}
