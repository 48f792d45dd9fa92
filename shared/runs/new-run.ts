import type { MailReason } from "../mail/reasons.ts";
import { type Run, runId } from "./run.ts";

/** What the router knows about one mail at one agent. */
export type Arrival = Pick<
  Run,
  | "user_id"
  | "agent_id"
  | "ses_message_id"
  | "object_key"
  | "mail_shared"
  | "envelope_from"
  | "recipient"
  | "tag"
  | "from"
  | "subject"
  | "verdicts"
  | "received_at"
>;

/** The result for a mail whose headers alone forbid an answer. */
export type RestAtOnce = { state: "held" | "skipped"; reason: MailReason };

export function newRun(arrival: Arrival, now: Date, rest?: RestAtOnce): Run {
  const at = now.toISOString();
  return {
    ...arrival,
    run_id: runId(arrival.received_at, arrival.ses_message_id, arrival.agent_id),
    state: rest?.state ?? "received",
    ...(rest && { reason: rest.reason }),
    version: 1,
    write_id: "new",
    updated_at: at,
    next_check_at: rest ? undefined : arrival.received_at,
    timeline: [{ at, event: "received" }, ...(rest ? [{ at, event: `${rest.state}:${rest.reason}` }] : [])],
    attempts: 0,
    call_open: false,
    calls_lost: 0,
    lost_by: [],
  };
}
