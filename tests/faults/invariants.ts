import type { Run } from "../../shared/runs/run.ts";
import { COUNTER_FIELDS, type CounterField, counterName, parseCounterName } from "../../shared/usage/counter-name.ts";
import type { Fate, Outcome } from "./outcome.ts";

/** Every promise that a finished history breaks, each as one line. */
export function violations({ fates, usage, strayMails }: Outcome): string[] {
  const broken = fates.flatMap((fate) => brokenBy(fate).map((what) => `${fate.mark} at ${fate.agentId}: ${what}`));
  if (strayMails > 0) broken.push(`${strayMails} mails left for no run`);
  return [...broken, ...brokenUsage(fates, usage), ...brokenBudgets(fates, usage)];
}

function brokenBy({ runs, mails, charges, lostAnswers }: Fate): string[] {
  const [run] = runs;
  if (run === undefined || runs.length > 1) return [`${runs.length} runs`];
  const paid = run.calls_lost + (run.answer ? 1 : 0);
  const rules: [boolean, string][] = [
    [["received", "claimed", "generated", "sending"].includes(run.state), `lost in ${run.state}`],
    [run.reserved_on !== undefined, "a reservation is not settled"],
    [mails > 1, `${mails} replies`],
    [run.state === "replied" && mails !== 1, `replied, and ${mails} replies left`],
    [run.state !== "replied" && mails > 0 && run.reason !== "may_have_been_sent", `${run.state}, and a reply left`],
    [charges > 2, `${charges} charges`],
    [charges === 2 && lostAnswers === 0, "two charges, and no answer was lost"],
    [charges > paid, `${charges} charges, of which the run shows ${paid}`],
    [run.state === "replied" && charges === 0, "replied, and nobody was asked"],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, what]) => what);
}

/** The counters must equal the sum over the runs, and nothing may stand reserved. */
function brokenUsage(fates: Fate[], usage: Record<string, unknown>[]): string[] {
  const expected = new Map<string, number>();
  const add = (name: string, amount: number) => expected.set(name, (expected.get(name) ?? 0) + amount);
  for (const run of fates.flatMap(({ runs }) => runs)) countRun(run, add);

  const counted = new Map<string, number>();
  const broken: string[] = [];
  for (const [name, value] of usage.flatMap((day) => Object.entries(day))) {
    if (name.startsWith("r:")) broken.push(`usage: the reservation ${name} was left`);
    else if (parseCounterName(name) || name === "in_flight" || name.startsWith("m:"))
      counted.set(name, (counted.get(name) ?? 0) + Number(value));
  }
  for (const name of new Set([...expected.keys(), ...counted.keys()])) {
    const [is, should] = [counted.get(name) ?? 0, expected.get(name) ?? 0];
    if (is !== should) broken.push(`usage: ${name} is ${is} and the runs add up to ${should}`);
  }
  return broken;
}

function countRun(run: Run, add: (name: string, amount: number) => void): void {
  const { answer, payer, calls_lost, agent_id: agentId } = run;
  if (payer === undefined || (answer === undefined && calls_lost === 0)) return;
  add(`m:${agentId}`, 1);
  const amounts: Record<CounterField, number> = {
    mails: answer ? 1 : 0,
    tokens_in: answer?.tokens_in ?? 0,
    tokens_out: answer?.tokens_out ?? 0,
    tokens_cached: answer?.tokens_cached ?? 0,
    tokens_reasoning: answer?.tokens_reasoning ?? 0,
    cost_nano_usd: answer?.cost_nano_usd ?? 0,
    mails_unpriced: answer && answer.cost_nano_usd === null ? 1 : 0,
    calls_lost,
  };
  const { provider, model_name: model, paid_by: paidBy } = payer;
  for (const field of COUNTER_FIELDS)
    if (amounts[field] > 0) add(counterName({ paidBy, agentId, provider, model, field }), amounts[field]);
}

/**
 * What the two items of an owner say of money must be the same, and what the runs add up to: to the last part where no
 * call was lost, and more than that where one was and an amount was reserved for it.
 */
function brokenBudgets(fates: Fate[], usage: Record<string, unknown>[]): string[] {
  const runs = fates.flatMap((fate) => fate.runs);
  return [...new Set(runs.map(({ user_id }) => user_id))].flatMap((userId) => {
    const items = usage.filter(({ user_id }) => user_id === userId);
    const ofDays = sumOf(items, (name) => name.startsWith("d:"));
    const ofMonths = sumOf(items, (name) => name === "committed");
    const own = runs.filter(({ user_id }) => user_id === userId);
    const cost = own.reduce((sum, { answer }) => sum + (answer?.cost_nano_usd ?? 0), 0);
    const mayBeMore = own.some(({ calls_lost }) => calls_lost > 0);
    const rules: [boolean, string][] = [
      [ofDays !== ofMonths, `the days have spent ${ofDays} and the months ${ofMonths}`],
      [mayBeMore ? ofMonths < cost : ofMonths !== cost, `the months have spent ${ofMonths} and the runs cost ${cost}`],
    ];
    return rules.filter(([isBroken]) => isBroken).map(([, what]) => `budget of ${userId}: ${what}`);
  });
}

function sumOf(items: Record<string, unknown>[], isOne: (name: string) => boolean): number {
  const values = items.flatMap((item) => Object.entries(item).filter(([name]) => isOne(name)));
  return values.reduce((sum, [, value]) => sum + Number(value), 0);
}
