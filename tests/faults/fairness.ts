import { type Backend, MAIL_DOMAIN } from "./backend.ts";
import { type HistoryOptions, play } from "./history.ts";
import { violations } from "./invariants.ts";
import type { MailSpec } from "./mails.ts";
import { keyOf } from "./people.ts";
import { NO_FAULTS } from "./plan.ts";
import { Random } from "./random.ts";

const START = Date.parse("2026-11-23T12:00:00.000Z");
const SECOND = 1_000;

/**
 * How many mails the flooded owner gets, within how many seconds, and how long their model thinks at most. The other
 * owner gets a steady few meanwhile.
 */
export type Flood = { mails: number; seconds: number; thinks: number; others: number; seed: number };

export type Waits = { p50: number; p95: number; answered: number; broken: string[] };

/** The seconds from arrival to reply for the owner who is not flooded: alone, and beside the flood. */
export async function measureFairness(flood: Flood, backend: Backend): Promise<{ alone: Waits; flooded: Waits }> {
  const others = mailsTo("bob", flood.others, flood.others * SECOND, flood.seed);
  const theirs = mailsTo("alice", flood.mails, flood.seconds * SECOND, flood.seed + 1);
  return {
    alone: await waitsOf(others, others, flood, backend),
    flooded: await waitsOf(others, [...theirs, ...others], flood, backend),
  };
}

/** Each author has a domain of their own, so that no cap holds a mail. */
function mailsTo(owner: string, count: number, within: number, seed: number): MailSpec[] {
  const random = new Random(seed);
  return Array.from({ length: count }, (_, number) => ({
    mark: `MARK-${owner}${number}`,
    kind: "person",
    from: `carol@${owner}${number}.example`,
    to: [`${owner}box@${MAIL_DOMAIN}`],
    at: START + random.between(0, within),
  }));
}

async function waitsOf(measured: MailSpec[], mails: MailSpec[], flood: Flood, backend: Backend): Promise<Waits> {
  const options: HistoryOptions = {
    seed: flood.seed,
    start: START,
    mails,
    deliveries: () => 1,
    plan: () => NO_FAULTS,
    duplicates: 0,
    faultsEnd: START + 60 * SECOND,
    lookEvery: 15,
    slowness: 1,
    newsWithin: 0,
    thinking: { [keyOf("alice")]: flood.thinks * SECOND },
  };
  const { outcome } = await play(options, backend);
  const waits = measured
    .flatMap(({ mark }) => outcome.fates.filter((fate) => fate.mark === mark).flatMap(({ runs }) => runs))
    .flatMap(({ received_at, timeline }) => {
      const left = timeline.find(({ event }) => event === "sent" || event === "delivered");
      return left ? [(Date.parse(left.at) - Date.parse(received_at)) / SECOND] : [];
    })
    .toSorted((a, b) => a - b);
  const share = (part: number) => waits[Math.ceil(part * waits.length) - 1] ?? Number.NaN;
  return { p50: share(0.5), p95: share(0.95), answered: waits.length, broken: violations(outcome) };
}
