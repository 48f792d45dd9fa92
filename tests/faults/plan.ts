import type { Random } from "./random.ts";

/**
 * What can go wrong with one call: it fails before its effect; it has its effect and the answer is lost; it takes
 * longer than the caller waits (with or without the effect); the other side says "not now"; a read returns stale data;
 * the process ends just before the call, or just after its effect.
 */
export type Fault =
  | "none"
  | "before"
  | "after"
  | "slow_before"
  | "slow_after"
  | "throttle"
  | "stale"
  | "crash_before"
  | "crash_after";

/** One call to the outside that a function is about to make, counted from 1. The sweeper's calls have 0. */
export type Call = { index: number; name: string };

/** Decides what happens to each call. */
export type Plan = (call: Call) => Fault;

export const NO_FAULTS: Plan = () => "none";

const WEIGHTS = [
  ["before", 25],
  ["after", 30],
  ["slow_before", 8],
  ["slow_after", 12],
  ["throttle", 15],
  ["stale", 5],
  ["crash_before", 2.5],
  ["crash_after", 2.5],
] as const satisfies (readonly [Fault, number])[];

/** Each call fails with the probability `rate`, in a random way. */
export function randomPlan(random: Random, rate: number): Plan {
  return () => (random.chance(rate) ? random.weighted<Fault>(WEIGHTS, "before") : "none");
}

/** The named fault at the call with that number. Nothing else fails unless `others` says so. */
export function faultAt(index: number, fault: Fault, others: Plan = NO_FAULTS): Plan {
  return (call) => (call.index === index ? fault : others(call));
}

/** The named fault at the first call with that name. */
export function firstCall(name: string, fault: Fault): Plan {
  let used = false;
  return (call) => {
    if (used || call.name !== name) return "none";
    used = true;
    return fault;
  };
}
