import { countLostCalls } from "../../shared/runs/paid-calls.ts";
import type { Run } from "../../shared/runs/run.ts";
import { COUNTER_FIELDS, type CounterField, counterName, parseCounterName } from "../../shared/usage/counter-name.ts";
import type { Fate, Outcome } from "./outcome.ts";

/** Every promise that a finished history breaks, one line each. */
export function violations({ fates, usage, strayMails }: Outcome): string[] {
  const broken = fates.flatMap((fate) => brokenBy(fate).map((what) => `${fate.mark} at ${fate.agentId}: ${what}`));
  if (strayMails > 0) broken.push(`${strayMails} mails left for no run`);
  return [...broken, ...brokenUsage(fates, usage), ...brokenBudgets(fates, usage)];
}

function brokenBy({ runs, mails, asked, charges, lostAnswers }: Fate): string[] {
  const [run] = runs;
  if (run === undefined || runs.length > 1) return [`${runs.length} runs`];
  const paid = countLostCalls(run) + answersOf(run).length;
  const rules: [boolean, string][] = [
    [["received", "claimed", "generated", "sending"].includes(run.state), `lost in ${run.state}`],
    [run.reserved_on !== undefined, "a reservation is not settled"],
    [mails > 1, `${mails} replies`],
    [run.state === "replied" && mails !== 1, `replied, and ${mails} replies left`],
    [run.state !== "replied" && mails > 0 && run.reason !== "may_have_been_sent", `${run.state}, and a reply left`],
    [charges > 2 * asked, `${charges} charges for ${asked} answers`],
    [charges > asked + lostAnswers, `${charges} charges for ${asked} answers, of which ${lostAnswers} were lost`],
    [charges > paid, `${charges} charges, of which the run shows ${paid}`],
    [run.state === "replied" && charges === 0, "replied, and nobody was asked"],
  ];
  return rules.filter(([isBroken]) => isBroken).map(([, what]) => what);
}

const answersIn = (run: Run) => answersOf(run).length;

/** The paid answers, including the replaced ones. */
function answersOf({ answer, earlier = [] }: Run) {
  return answer ? [...earlier, answer] : earlier;
}

/** The counters must equal the sum over the runs, and no reservation may be left. */
function brokenUsage(fates: Fate[], usage: Record<string, unknown>[]): string[] {
  const expected = new Map<string, number>();
  const add = (name: string, amount: number) => expected.set(name, (expected.get(name) ?? 0) + amount);
  for (const run of fates.flatMap(({ runs }) => runs)) countRun(run, add);

  const counted = new Map<string, number>();
  // A regeneration that gave no answer may have lost a call, and so a place in the day. The run no longer tells which.
  const unsure = fates.reduce((sum, { asked, runs }) => sum + asked - Math.max(1, ...runs.map(answersIn)), 0);
  const broken: string[] = [];
  for (const [name, value] of usage.flatMap((day) => Object.entries(day))) {
    if (name.startsWith("r:")) broken.push(`usage: the reservation ${name} was left`);
    else if (parseCounterName(name) || name === "in_flight" || name.startsWith("m:"))
      counted.set(name, (counted.get(name) ?? 0) + Number(value));
  }
  for (const name of new Set([...expected.keys(), ...counted.keys()])) {
    const [is, should] = [counted.get(name) ?? 0, expected.get(name) ?? 0];
    const isWrong = name.startsWith("m:") ? is < should || is > should + unsure : is !== should;
    if (isWrong) broken.push(`usage: ${name} is ${is} and the runs add up to ${should}`);
  }
  return broken;
}

/** Each owner of the histories has one key, so a whole run is counted under one provider and model. */
function countRun(run: Run, add: (name: string, amount: number) => void): void {
  const { payer, lost_by, agent_id: agentId } = run;
  // No history has an answer that its provider refuses. Its tokens would have to be added here.
  if (lost_by.some(({ used }) => used !== undefined)) throw new Error("The runs' sum leaves out what a refusal used");
  const answers = answersOf(run);
  const calls_lost = countLostCalls(run);
  if (payer === undefined || (answers.length === 0 && calls_lost === 0)) return;
  add(`m:${agentId}`, Math.max(1, answers.length));
  const sum = (of: (answer: (typeof answers)[number]) => number) => answers.reduce((all, one) => all + of(one), 0);
  const amounts: Record<CounterField, number> = {
    mails: answers.length,
    tokens_in: sum(({ tokens_in }) => tokens_in ?? 0),
    tokens_out: sum(({ tokens_out }) => tokens_out ?? 0),
    tokens_cached: sum(({ tokens_cached }) => tokens_cached),
    tokens_reasoning: sum(({ tokens_reasoning }) => tokens_reasoning),
    cost_nano_usd: sum(({ cost_nano_usd }) => cost_nano_usd ?? 0),
    mails_unpriced: answers.filter(({ cost_nano_usd }) => cost_nano_usd === null).length,
    calls_lost,
  };
  const { provider, model_name: model, paid_by: paidBy } = payer;
  for (const field of COUNTER_FIELDS)
    if (amounts[field] > 0) add(counterName({ paidBy, agentId, provider, model, field }), amounts[field]);
}

/**
 * An owner's two items must agree on the money, and with the sum over the runs: exactly if no call was lost, and more
 * than that if one was and an amount was reserved for it.
 */
function brokenBudgets(fates: Fate[], usage: Record<string, unknown>[]): string[] {
  const runs = fates.flatMap((fate) => fate.runs);
  return [...new Set(runs.map(({ user_id }) => user_id))].flatMap((userId) => {
    const items = usage.filter(({ user_id }) => user_id === userId);
    const ofDays = sumOf(items, (name) => name.startsWith("d:"));
    const ofMonths = sumOf(items, (name) => name === "committed");
    const own = runs.filter(({ user_id }) => user_id === userId);
    const cost = own.flatMap(answersOf).reduce((sum, { cost_nano_usd }) => sum + (cost_nano_usd ?? 0), 0);
    const mayBeMore = own.some((run) => countLostCalls(run) > 0);
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
