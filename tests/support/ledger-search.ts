import { hash } from "node:crypto";
import { MAX_CRASHES } from "../../shared/runs/crashes.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
import { moves, type Size, start, type World } from "./ledger-model.ts";

/**
 * How much may happen: deliveries of the mail's job, crashes and lost answers, actions of the owner, jumps of time.
 * `short` is the part that the suite runs where the whole scope takes longer than the rest. `npm run search` runs all
 * of it.
 */
export type Scope = Size & { name: string; short?: Partial<Size> };

export const SCOPES: Scope[] = [
  { name: "one delivery", deliveries: 1, faults: 3, actions: 0 },
  { name: "two deliveries", deliveries: 2, faults: 3, actions: 0 },
  { name: "three deliveries", deliveries: 3, faults: 3, actions: 0 },
  {
    name: "one delivery that crashes again and again",
    ...{ deliveries: 1, faults: 4, actions: 1, jumps: 4 },
    short: { actions: 0 },
  },
  { name: "the owner's actions", deliveries: 1, faults: 2, actions: 2, jumps: 2, short: { faults: 1 } },
  { name: "an action between two deliveries", deliveries: 2, faults: 1, actions: 1, short: { jumps: 2 } },
  {
    name: "actions on a skipped mail",
    ...{ deliveries: 0, faults: 2, actions: 3, jumps: 2, isSkipped: true },
    short: { faults: 1 },
  },
  {
    name: "a skipped mail at an agent that drafts",
    deliveries: 0,
    faults: 1,
    actions: 3,
    jumps: 1,
    modes: ["draft"],
    isSkipped: true,
  },
  { name: "a draft", deliveries: 1, faults: 1, actions: 3, jumps: 1, modes: ["draft"], short: { actions: 2 } },
  { name: "a draft between two deliveries", deliveries: 2, faults: 1, actions: 1, modes: ["draft"] },
  { name: "a mode that is switched", deliveries: 1, faults: 1, actions: 2, jumps: 1, modes: ["auto_reply", "draft"] },
  { name: "a limit that renews", deliveries: 1, faults: 2, actions: 0, limited: true },
  { name: "a limit that renews between two deliveries", deliveries: 2, faults: 1, actions: 0, limited: true },
  { name: "a test mail", deliveries: 2, faults: 1, actions: 1, isTest: true },
  {
    name: "a test mail that is asked again",
    deliveries: 1,
    faults: 1,
    actions: 3,
    jumps: 1,
    modes: ["draft"],
    isTest: true,
  },
];

/** Checks the promises that must hold in every reachable situation, and returns the name of a broken one. */
function violation(world: World): string | undefined {
  const { run, jobs, reserved, charges, mails, counted, answers, askedAgain, sentAgain } = world;
  // A run that a limit holds is looked at again when the limit renews. There is nothing to settle in it.
  const settled = run.next_check_at === undefined || (isAtRest(run) && run.reserved_on === undefined);
  if (world.vain > MAX_CRASHES) return "a mail was worked a fourth time after three claims without an outcome";
  const isGivenUp = run.reason === "mail_unreadable" || run.reason === "broke_down";
  if (isGivenUp && world.vain < MAX_CRASHES)
    return "a mail was given up after fewer than three claims without an outcome";
  // An owner who sends a reply again that may have left accepts a second mail. Asking for another answer starts a new
  // count of calls.
  if (mails > 1 + sentAgain) return "more mails left than the owner allowed";
  if (charges > 2 * (1 + askedAgain)) return "the provider was paid more than twice";
  const [least, most] = [Math.min(counted.day, counted.month), Math.max(counted.day, counted.month)];
  if (most > answers) return "one answer was counted twice";
  if (settled && isAtRest(run) && least < answers) return "an answer was never counted";
  if (run.is_test && mails > 0) return "the answer to a test left";
  const onlyDrafts = !world.modes.includes("auto_reply");
  if (onlyDrafts && mails > world.approved + sentAgain) return "a draft left that nobody approved";
  if (world.wrongText) return "another text left than the one approved";
  if (run.state === "replied" && mails === 0) return "a run says replied and nothing left";
  if (settled && !isAtRest(run)) return "nobody would come back to a run that moves";
  if (mails > 0 && least === 0) return "an answer left and was not counted";
  if (settled && reserved.day.length + reserved.month.length > 0) return "a settled run keeps a reservation";
  const over = jobs.every(({ step }) => step === "done");
  if (over && !isAtRest(run) && run.state !== "sending") return "all jobs are over and the run is not";
  return undefined;
}

export type Found = { states: number; broken: string | undefined; path: string[] };

/** Visits every reachable world, breadth first, and ends at the first one that breaks a promise. */
export function search(scope: Size): Found {
  const first = start(scope);
  const seen = new Map<string, { from: string | undefined; name: string }>();
  const keyOf = keys();
  let frontier = [{ key: keyOf(first), world: first }];
  seen.set(keyOf(first), { from: undefined, name: "start" });
  while (frontier.length > 0) {
    const next: typeof frontier = [];
    for (const { key: from, world } of frontier) {
      const broken = violation(world);
      if (broken) return { states: seen.size, broken, path: pathTo(from, seen) };
      for (const move of moves(world)) {
        const key = keyOf(move.world);
        if (seen.has(key)) continue;
        seen.set(key, { from, name: move.name });
        next.push({ key, world: move.world });
      }
    }
    frontier = next;
  }
  return { states: seen.size, broken: undefined, path: [] };
}

/**
 * A short key of each world. Most moves leave the run as it is, and it is by far the longest part, so its text is made
 * once for each run and stands in the key as a number.
 */
function keys(): (world: World) => string {
  const numbers = new Map<string, number>();
  const known = new WeakMap<Run, number>();
  const numberOf = (run: Run): number => {
    const text = JSON.stringify(run);
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    known.set(run, number);
    return number;
  };
  return (world) => {
    const run = known.get(world.run) ?? numberOf(world.run);
    return hash("sha1", JSON.stringify({ ...world, run }), "base64").slice(0, 16);
  };
}

function pathTo(key: string | undefined, seen: Map<string, { from: string | undefined; name: string }>): string[] {
  const step = key === undefined ? undefined : seen.get(key);
  return step ? [...pathTo(step.from, seen), step.name] : [];
}
