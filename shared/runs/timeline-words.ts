import type { UsageDoubt } from "../providers/tokens.ts";
import { RUN_REASONS } from "./reasons.ts";
import type { Delivery, RunEvent } from "./run-event.ts";

/** Events that the timeline names differently from their type. */
type Named = "wait" | "rest" | "delivery" | "set_aside" | "crashed";
type Line =
  | Exclude<RunEvent["type"], Named>
  | Delivery
  | "received"
  | "answered:cut"
  | "claim:again"
  | "answered:broken"
  | `answered:usage_${UsageDoubt}`
  | "call_started:fallback"
  | "closed_note"
  | "drafted"
  | "observed";

/** The sentences that the owner reads. */
const WORDS = {
  received: "The mail arrived.",
  claim: "Latchkey started to work on it.",
  "claim:again": "The previous try ended without a result, so Latchkey started again. The third such try is the last.",
  broke_off: "Reading the mail took too long or too much memory, and was stopped. It is tried three times in all.",
  call_started: "The provider was asked.",
  "call_started:fallback": "That provider could not answer, so the agent's other one was asked.",
  call_refused: "The provider refused the call, which cost nothing.",
  call_lost: "The call returned no usable answer. The provider may have charged for it.",
  answered: "The provider answered, and the answer was stored.",
  "answered:cut":
    "The provider answered, and the answer was stored. The model hit its token limit, so the answer is cut off.",
  "answered:broken":
    "The provider did not come to the end of its answer in time. The part that arrived was stored; the provider may charge for more.",
  "answered:usage_unknown":
    "The provider answered, and the answer was stored. Its cost is unknown, because the tokens were not reported.",
  "answered:usage_clamped":
    "The provider answered, and the answer was stored. It reported impossible token counts, so they and the cost are estimates.",
  "answered:usage_partial": "The provider answered, and the answer was stored. Not all of its tokens were reported.",
  drafted: "The answer waits as a draft for your approval.",
  observed: "The answer is here for you to read. The answer to a test mail is not sent.",
  send_started: "The reply was handed to the mail service.",
  sent: "The reply was sent.",
  not_sent: "The mail service could not take the reply then. It is tried again later.",
  send_refused: RUN_REASONS.send_refused.owner,
  unconfirmed: RUN_REASONS.may_have_been_sent.owner,
  delivered: "The reply was delivered.",
  bounced: "The reply could not be delivered.",
  complained: "The receiver called the reply spam.",
  rejected: "The mail service rejected the reply, and did not send it.",
  usage_settled: "The use of the key was counted.",
  reopen: "You asked to try again.",
  release: "The cause of the hold was resolved, so the mail was requeued.",
  renew:
    "What held the mail is over: a new day or month of the limit has begun, or office hours have. The mail was requeued.",
  closed_note: "The mail came outside of office hours. Its sender gets the text that you set for that.",
  approve: "You approved the draft.",
  edit: "You edited the draft.",
  regenerate: "You asked for another answer.",
  drop: "You decided that it gets no answer.",
} as const satisfies Record<Line, string>;

/** Why a run waits: a code of shared/errors.ts, or one of the runner's own. */
const WAITS = {
  rate_limited: "The provider limits the rate of this key; tried again later.",
  provider_down: "The provider did not answer; tried again later.",
  place_blocked:
    "The provider takes no calls from the location of Latchkey's servers. Its operators are told; tried again later.",
  timeout: "The provider took too long; tried again later.",
  connection_lost: "The connection to the provider broke; tried again later.",
  replaced: "The key or its settings were changed while the provider was asked; tried again with what is set now.",
  busy: "Many of your mails were being answered at once; tried again later.",
  no_time_left: "There was no time left to ask the provider; tried again at once.",
  owner_cap: "Your agents have sent as many replies as one account may for now; this one goes out later, by itself.",
  platform_cap: "All agents here have sent as many replies as they may for now; this one goes out later, by itself.",
  unknown_type: "The agent is of a type that this release of Latchkey does not know; tried again later.",
  interrupted: "Something broke on our side; tried again later.",
} as const;

/** One line of a run's timeline in words for its owner. */
export function timelineWords(event: string): string {
  if (isIn(WORDS, event)) return WORDS[event];
  const [kind = "", what = ""] = event.split(":");
  if (kind === "wait") return isIn(WAITS, what) ? WAITS[what] : WAITS.interrupted;
  return isIn(RUN_REASONS, what) ? RUN_REASONS[what].owner : "Something happened that has no words yet.";
}

function isIn<T extends object>(table: T, name: string | number | symbol): name is keyof T {
  return Object.hasOwn(table, name);
}
