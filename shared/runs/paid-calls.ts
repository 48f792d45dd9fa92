import type { Answer, Run } from "./run.ts";

/* The calls of a run that were paid for, or may have been. The usage is the sum over its runs. */

/** The answer that the run's reservation pays for. An answer that is being replaced was counted when it arrived. */
export function answerOfCall(run: Run): Answer | undefined {
  return run.redo === undefined ? run.answer : undefined;
}

/**
 * Calls that returned no usable answer and may have been charged, including those from before the owner's last action.
 */
export function countLostCalls({ calls_lost, calls_lost_before = 0 }: Run): number {
  return calls_lost + calls_lost_before;
}

/** Starts a new count of lost calls. The earlier ones stay on the run with what the provider reported of them. */
export function countAnew(run: Run): Run {
  const calls_lost_before = countLostCalls(run) || undefined;
  return { ...run, calls_lost: 0, lost_by: [], calls_lost_before, earlier: paidBefore(run) };
}

/** Adds the lost calls whose use the provider reported, because it charges for them. */
function paidBefore({ earlier = [], lost_by }: Run): Run["earlier"] {
  const paid = lost_by.flatMap(({ used, ...payer }) => (used === undefined ? [] : [{ payer, ...used }]));
  return earlier.length + paid.length > 0 ? [...earlier, ...paid] : undefined;
}

/** The answers that were paid for and then replaced. */
export function earlierOf({ earlier, redo, answer }: Run): Run["earlier"] {
  if (redo === undefined || answer === undefined) return earlier;
  const { tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd } = answer;
  return [
    ...(earlier ?? []),
    { payer: redo.payer, tokens_in, tokens_out, tokens_cached, tokens_reasoning, cost_nano_usd },
  ];
}
