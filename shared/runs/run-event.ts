import type { AgentMode } from "../api/agent-schemas.ts";
import type { RunReason } from "./reasons.ts";
import type { Answer, Payer, Reply, Run, Used } from "./run.ts";

/** What a run keeps of its mail once it was read. */
export type Read = {
  /** As the whole mail shows them; what SES tells of raw bytes in headers is broken. */
  from?: string;
  subject?: string;
  thread_id: string;
  text: string;
  attachments?: Run["attachments"];
  reply: Reply;
};
export type Delivery = NonNullable<Run["delivery"]>;
export type Rest = "held" | "skipped" | "failed" | "kept";

/** What can happen to a run. `holder` events count only while that holder has the lease. */
export type RunEvent =
  | { type: "claim"; holder: string; until: string }
  | { type: "call_started"; holder: string; read: Read; payer: Payer }
  /** The provider said no, and surely did not charge. */
  | { type: "call_refused"; holder: string }
  /** No answer came of the call, and the provider may have charged for it, or has, for `used`. */
  | { type: "call_lost"; holder: string; used?: Used | undefined }
  | { type: "wait"; holder: string; until: string; why: string }
  | { type: "rest"; holder: string; state: Rest; reason: RunReason; read?: Read | undefined }
  /** The work had to be ended from outside of it, so nothing came of this claim. It is tried again, or was the last try. */
  | { type: "broke_off"; holder: string; until: string }
  /** Somebody finds that as many claims as may be have ended without an outcome. */
  | { type: "crashed" }
  /** `mode` is the agent's at this moment: it decides whether the answer is sent or waits for its owner. */
  | { type: "answered"; holder: string; answer: Answer; mode: AgentMode }
  /** These two only after the reservation of the call was settled. */
  | { type: "send_started"; holder: string }
  | { type: "set_aside"; holder: string }
  | { type: "sent"; sent_message_id: string }
  | { type: "not_sent"; until: string }
  | { type: "send_refused" }
  | { type: "unconfirmed" }
  | { type: "delivery"; delivery: Delivery; sent_message_id: string }
  | { type: "usage_settled" }
  /** The owner's word on a run that is held or was skipped: answer it, or try again. */
  | { type: "reopen" }
  /** What the run was held for is mended (a key, a limit); nobody has looked at this mail. */
  | { type: "release" }
  /** The day or month whose limit held the run is over. */
  | { type: "renew" }
  /** The owner's words on a draft: send it (with this text), keep this text. */
  | { type: "approve"; text?: string | undefined }
  | { type: "edit"; text: string }
  /** The owner's words on either: ask for another answer, or let it be. */
  | { type: "regenerate"; hint?: string | undefined }
  | { type: "drop" };

/** How the timeline of a run calls an event that made it what it is `now`; the words for it: timeline-words.ts. */
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
