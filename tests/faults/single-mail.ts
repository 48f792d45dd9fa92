import { MAIL_DOMAIN } from "./backend.ts";
import type { HistoryOptions } from "./history.ts";
import type { MailKind } from "./mails.ts";
import { NO_FAULTS, type Plan } from "./plan.ts";

const START = Date.parse("2026-11-23T12:00:00.000Z");

/** One mail to one agent, with faults by the plan, which stays in force to the end. */
export function singleMail(
  plan: () => Plan = () => NO_FAULTS,
  owner = "alice",
  kind: MailKind = "person",
): HistoryOptions {
  const from = "carol@customer.example";
  return {
    seed: 1,
    start: START,
    mails: [{ mark: "MARK-one", kind, from, to: [`${owner}box@${MAIL_DOMAIN}`], at: START }],
    deliveries: () => 1,
    plan,
    duplicates: 0,
    planEnds: false,
    lookEvery: 15,
    approves: true,
    faultsEnd: START + 60_000,
  };
}
