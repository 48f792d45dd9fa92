import type { AgentMode } from "../agents/agent.ts";
import type { DraftReason } from "./draft-reason.ts";
import type { RunReason } from "./reasons.ts";
import type { Answer, Payer, Reply, Run, Used } from "./run.ts";

/** What a run stores of its mail once it was read. */
export type Read = {
  /** As the whole mail has them. SES reports raw bytes in headers incorrectly. */
  from?: string;
  subject?: string;
  thread_id: string;
  text: string;
  attachments?: Run["attachments"];
  reply: Reply;
  came_through?: Run["came_through"];
};
export type Delivery = NonNullable<Run["delivery"]>;
export type Rest = "held" | "skipped" | "failed" | "kept";

/** What can happen to a run. Events with a `holder` apply only while that holder has the lease. */
export type RunEvent =
  | { type: "claim"; holder: string; until: string }
  | { type: "call_started"; holder: string; read: Read; payer: Payer }
  /** The provider refused the call, and surely did not charge for it. */
  | { type: "call_refused"; holder: string }
  /** The call returned no usable answer, and the provider may have charged for it, or did charge for `used`. */
  | { type: "call_lost"; holder: string; used?: Used | undefined }
  | { type: "wait"; holder: string; until: string; why: string }
  /** `opens_at`: when the office hours begin that the mail waits for. */
  | {
      type: "rest";
      holder: string;
      state: Rest;
      reason: RunReason;
      read?: Read | undefined;
      opens_at?: string | undefined;
    }
  /**
   * The work had to be aborted from outside, so the claim has no outcome. The run is tried again, unless this was the
   * last try.
   */
  | { type: "broke_off"; holder: string; until: string }
  /** Somebody found that the allowed number of claims ended without an outcome. */
  | { type: "crashed" }
  /**
   * `mode` is the agent's mode at this moment. It decides whether the answer is sent or waits for its owner. `draft`: why
   * this one answer waits in any case.
   */
  | { type: "answered"; holder: string; answer: Answer; mode: AgentMode; draft?: DraftReason | undefined }
  /** This event and the next follow only after the reservation of the call was settled. */
  | { type: "send_started"; holder: string }
  | { type: "set_aside"; holder: string }
  | { type: "sent"; sent_message_id: string }
  | { type: "not_sent"; until: string }
  | { type: "send_refused" }
  | { type: "unconfirmed" }
  | { type: "delivery"; delivery: Delivery; sent_message_id: string }
  | { type: "usage_settled" }
  /** The owner reopens a held or skipped run: answer it, or try again. */
  | { type: "reopen" }
  /** The cause of the hold is resolved (a key, a limit). Nobody has looked at this mail. */
  | { type: "release" }
  /** The day or month of the limit that held the run is over. */
  | { type: "renew" }
  /** The owner approves a draft (with this text) or edits it. */
  | { type: "approve"; text?: string | undefined }
  | { type: "edit"; text: string }
  /** The owner asks for another answer (regenerate), or drops the mail. Both apply to a held mail and to a draft. */
  | { type: "regenerate"; hint?: string | undefined }
  | { type: "drop" };

/**
 * The name of an event in the timeline of a run, which is `now` as the event left it. timeline-words.ts has the
 * sentences.
 */
export function nameOf(event: RunEvent, now: Run): string {
  switch (event.type) {
    case "wait":
      return `wait:${event.why}`;
    case "rest":
      return `${event.state}:${event.reason}`;
    case "delivery":
      return event.delivery;
    case "set_aside":
      return now.state;
    case "claim":
      return now.crashes === undefined ? "claim" : "claim:again";
    case "crashed":
      return `held:${now.reason}`;
    case "broke_off":
      return now.reason === undefined ? "broke_off" : `held:${now.reason}`;
    case "call_started":
      return event.payer.fallback_from === undefined ? "call_started" : "call_started:fallback";
    case "answered":
      return answeredHow(event.answer);
    default:
      return event.type;
  }
}

function answeredHow({ broken, cut, usage_doubt }: Answer): string {
  if (broken) return "answered:broken";
  if (cut) return "answered:cut";
  return usage_doubt === undefined ? "answered" : `answered:usage_${usage_doubt}`;
}
