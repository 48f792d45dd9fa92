import type { AgentMode } from "../api/agent-schemas.ts";
import type { RunReason } from "./reasons.ts";
import type { Answer, Payer, Reply, Run, Used } from "./run.ts";

/** What a run keeps of its mail once it was read. */
export type Read = { thread_id: string; text: string; attachments?: Run["attachments"]; reply: Reply };
export type Delivery = NonNullable<Run["delivery"]>;
export type Rest = "held" | "skipped" | "failed";

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
  /** The owner's word on a held run: try again. */
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
    case "call_started":
      return event.payer.fallback_from === undefined ? "call_started" : "call_started:fallback";
    case "answered":
      return event.answer.cut ? "answered:cut" : "answered";
    default:
      return event.type;
  }
}
