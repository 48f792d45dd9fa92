import type { Answer, Run } from "./run.ts";

/*
 * What a run shows of the calls that were paid for, or may have been: the usage is the sum over its runs.
 */

/** The answer that the run's reservation is for; one that is to be replaced was counted when it came. */
export function answerOfCall(run: Run): Answer | undefined {
  return run.redo === undefined ? run.answer : undefined;
}

/** Calls that gave no answer to send and may have been charged, also those of before the owner's word. */
export function lostInAll({ calls_lost, calls_lost_before = 0 }: Run): number {
  return calls_lost + calls_lost_before;
}

/** A new count of lost calls begins; those of before it stay on the run, and what was reported of them. */
export function countAnew(run: Run): Run {
  const calls_lost_before = lostInAll(run) || undefined;
  return { ...run, calls_lost: 0, lost_by: [], calls_lost_before, earlier: paidBefore(run) };
}

/** With the lost calls that the provider reported, and charges. */
function paidBefore({ earlier = [], lost_by }: Run): Run["earlier"] {
  const paid = lost_by.flatMap(({ used, ...payer }) => (used === undefined ? [] : [{ payer, ...used }]));
  return earlier.length + paid.length > 0 ? [...earlier, ...paid] : undefined;
}

/** The answers that were paid for and replaced. */
export function earlierOf({ earlier, redo, answer }: Run): Run["earlier"] {
  if (redo === undefined || answer === undefined) return earlier;
  const { tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd } = answer;
  return [
    ...(earlier ?? []),
    { payer: redo.payer, tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd },
  ];
}
