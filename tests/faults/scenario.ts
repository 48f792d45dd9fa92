import { MAIL_DOMAIN } from "./backend.ts";
import type { HistoryOptions } from "./history.ts";
import type { MailKind, MailSpec } from "./mails.ts";
import { DRAFTER } from "./people.ts";
import { randomPlan } from "./plan.ts";
import { Random } from "./random.ts";

const MINUTE = 60_000;
const ARRIVING = 20 * MINUTE;
const FAULTS = 30 * MINUTE;

/** Just before midnight in UTC, so that the day of the usage changes within a history. */
const START = Date.parse("2026-11-23T23:50:00.000Z");

const KINDS = [
  ["person", 18],
  ["robot", 1],
  ["hidden_robot", 1],
] as const satisfies (readonly [MailKind, number])[];

/** Mails to five owners over 20 minutes. For 30 minutes each call fails with the probability `rate`. */
export function randomScenario(seed: number, mails: number, rate: number): HistoryOptions {
  const random = new Random(seed ^ 0x5eed);
  return {
    seed,
    start: START,
    mails: Array.from({ length: mails }, (_, number) => randomMail(random, `MARK-s${seed}m${number}`)),
    deliveries: (chance) => (chance.chance(rate) ? chance.between(2, 5) : 1),
    plan: (chance) => randomPlan(chance, rate),
    duplicates: rate / 4,
    faultsEnd: START + FAULTS,
  };
}

function randomMail(random: Random, mark: string): MailSpec {
  const names = ["alice", "bob", "dora", DRAFTER, "paul"] as const;
  const first = random.between(0, names.length - 1);
  const second = random.chance(0.1) ? (first + 1) % names.length : first;
  const to = [...new Set([first, second])].map((index) => `${names[index]}box@${MAIL_DOMAIN}`);
  const from = `carol${random.between(1, 400)}@customer.example`;
  return { mark, kind: random.weighted(KINDS, "person"), from, to, at: START + random.between(0, ARRIVING) };
}
