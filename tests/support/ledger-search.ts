import { createHash } from "node:crypto";
import { isAtRest } from "../../shared/runs/ledger.ts";
import { type Move, moves, start, type World } from "./ledger-model.ts";

/** How much may happen: deliveries of the mail's job, crashes and lost answers, words of the owner. */
export type Scope = { deliveries: number; faults: number; words: number };

export const SCOPES: Scope[] = [
  { deliveries: 1, faults: 3, words: 0 },
  { deliveries: 2, faults: 3, words: 0 },
  { deliveries: 3, faults: 3, words: 0 },
  { deliveries: 1, faults: 2, words: 2 },
  { deliveries: 2, faults: 1, words: 1 },
];

/** What must hold in every situation that can come about; the name of the promise that is broken, else undefined. */
function violation(world: World): string | undefined {
  const { run, jobs, reserved, charges, mails, counted, askedAgain, sentAgain } = world;
  // Who says "send again" of a mail that may have left, accepts a second; who says "answer now" begins a new count of calls.
  if (mails > 1 + sentAgain) return "more mails left than the owner's word allows";
  if (charges > 2 * (1 + askedAgain)) return "the provider was paid more than twice";
  if (Math.max(counted.day, counted.month) > 1) return "one answer was counted twice";
  if (run.state === "replied" && mails === 0) return "a run says replied and nothing left";
  if (run.next_check_at === undefined && !isAtRest(run)) return "nobody would come back to a run that moves";
  if (mails > 0 && Math.min(counted.day, counted.month) === 0) return "an answer left and was not counted";
  const stands = reserved.day.length + reserved.month.length;
  if (run.next_check_at === undefined && stands > 0) return "a settled run keeps a reservation";
  const over = jobs.every(({ step }) => step === "done");
  if (over && !isAtRest(run) && run.state !== "sending") return "all jobs are over and the run is not";
  return undefined;
}

export type Found = { states: number; broken: string | undefined; path: string[] };

/** Visits every reachable world, breadth first; ends at the first that breaks a promise. */
export function search({ deliveries, faults, words }: Scope): Found {
  const first = start(deliveries, faults, words);
  const seen = new Map<string, { from: string | undefined; name: string }>();
  const keyOf = (world: World) => createHash("sha1").update(JSON.stringify(world)).digest("base64").slice(0, 16);
  let frontier: Move[] = [{ name: "start", world: first }];
  seen.set(keyOf(first), { from: undefined, name: "start" });
  while (frontier.length > 0) {
    const next: Move[] = [];
    for (const { world } of frontier) {
      const from = keyOf(world);
      const broken = violation(world);
      if (broken) return { states: seen.size, broken, path: pathTo(from, seen) };
      for (const move of moves(world)) {
        const key = keyOf(move.world);
        if (seen.has(key)) continue;
        seen.set(key, { from, name: move.name });
        next.push(move);
      }
    }
    frontier = next;
  }
  return { states: seen.size, broken: undefined, path: [] };
}

function pathTo(key: string | undefined, seen: Map<string, { from: string | undefined; name: string }>): string[] {
  const step = key === undefined ? undefined : seen.get(key);
  return step ? [...pathTo(step.from, seen), step.name] : [];
}
