import { OWNER_RESOLVERS } from "../reasons/reason.ts";
import { countCrashes, MAX_CRASHES, reasonOfCrashes } from "./crashes.ts";
import { countAnew, earlierOf } from "./paid-calls.ts";
import { explainUnanswerable, isResolvedBy, type RunReason } from "./reasons.ts";
import { renewalOf } from "./renewal.ts";
import type { Answer, Payer, Run, Used } from "./run.ts";
import { type Delivery, nameOf, type Read, type Rest, type RunEvent } from "./run-event.ts";

export type { Read, RunEvent } from "./run-event.ts";

type Answered = Extract<RunEvent, { type: "answered" }>;

/** How long SES has to report a sending whose answer was lost. After that, the owner is asked. */
export const CONFIRM_SENDING_MS = 15 * 60_000;

/** A call may be paid twice if its first answer was lost, and never three times. */
export const MAX_CALLS_LOST = 2;

/** How many answers to one mail its owner may replace. Each is paid for, and each stays on the run. */
export const MAX_EARLIER = 20;

/** A waiting run adds a line at each try. The last lines are the ones that explain its state. */
const MAX_TIMELINE = 40;

/** True for a state that only the owner changes. */
export function isAtRest({ state }: { state: string }): boolean {
  return !["received", "claimed", "generated", "sending"].includes(state);
}

/**
 * The whole ledger: returns the run after `event` at `now`, or undefined where the event is not allowed. The function
 * is pure. The store writes the result on the condition that nobody wrote in between.
 */
export function advance(run: Run, event: RunEvent, now: Date): Run | undefined {
  const next = change(run, event, now);
  if (next === undefined) return undefined;
  const at = now.toISOString();
  const line = { at, event: nameOf(event, next) };
  // Consecutive edits are merged, so that autosave does not fill the timeline.
  const before =
    line.event === "edit" && run.timeline.at(-1)?.event === "edit" ? run.timeline.slice(0, -1) : run.timeline;
  return { ...next, updated_at: at, timeline: [...before, line].slice(-MAX_TIMELINE) };
}

function change(run: Run, event: RunEvent, now: Date): Run | undefined {
  if ("holder" in event && event.type !== "claim" && !hasLease(run, event.holder)) return undefined;
  switch (event.type) {
    case "claim":
      return claim(run, event.holder, event.until, now);
    case "call_started":
      return startCall(run, event.read, event.payer);
    case "call_refused":
      return run.call_open ? { ...run, call_open: false } : undefined;
    case "call_lost":
      return run.call_open ? loseCall(run, event.used) : undefined;
    // The outcome of an open call must be recorded first, because the call may have been charged.
    case "wait":
      if (run.call_open) return undefined;
      return { ...endLease(run, run.state === "generated" ? "generated" : "received"), ...waiting(run, event.until) };
    case "rest":
      if (run.call_open) return undefined;
      return { ...comeToRest(run, event.state, event.reason, now), ...event.read, opens_at: event.opens_at };
    case "broke_off":
      return run.call_open ? undefined : breakOff(run, event.until, now);
    case "crashed":
      return hasCrashed(run, now) ? giveUp(run, now) : undefined;
    case "answered":
      if (run.state !== "claimed" || !run.call_open) return undefined;
      return storeAnswer(run, event);
    case "send_started":
      return run.state === "generated" && run.ends_in === undefined ? startSending(run, now) : undefined;
    case "set_aside":
      return run.state === "generated" && run.ends_in !== undefined
        ? markSettled(endLease(run, run.ends_in))
        : undefined;
    case "sent":
      return run.state === "sending" ? markSent(run, event.sent_message_id) : undefined;
    case "not_sent":
      return run.state === "sending" ? { ...endLease(run, "generated"), ...waiting(run, event.until) } : undefined;
    case "send_refused":
      return run.state === "sending" ? comeToRest(run, "held", "send_refused", now) : undefined;
    case "unconfirmed":
      if (run.state !== "sending" || !isDue(run, now)) return undefined;
      return comeToRest(run, "held", "may_have_been_sent", now);
    case "delivery":
      return deliver(run, event.delivery, event.sent_message_id, now);
    case "usage_settled":
      return isAtRest(run) && run.reserved_on !== undefined ? markSettledAtRest(run, run.reserved_on) : undefined;
    case "reopen":
      return mayReopen(run) ? reopen(run, now) : undefined;
    // Timelines store the events' names and rows have the field `released`, so both keep a name that means "requeued".
    case "release":
      return mayRequeue(run) ? { ...reopen(run, now), released: true } : undefined;
    case "renew":
      return mayRenew(run, now) ? { ...reopen(run, now), released: true, renewed: true } : undefined;
    case "approve":
      return approve(run, event.text, now);
    case "edit":
      return run.state === "drafted" ? { ...run, answer: edited(run.answer, event.text) } : undefined;
    case "regenerate":
      return regenerate(run, event.hint, now);
    case "drop":
      return ["held", "drafted"].includes(run.state) ? drop(run) : undefined;
  }
}

function hasLease(run: Run, holder: string): boolean {
  return run.lease?.holder === holder && (run.state === "claimed" || run.state === "generated");
}

/** True when the wait, the lease or the time for SES's report is over. */
export function isDue(run: Run, now: Date): boolean {
  return run.next_check_at === undefined || run.next_check_at <= now.toISOString();
}

function claim(run: Run, holder: string, until: string, now: Date): Run | undefined {
  if (!["received", "claimed", "generated"].includes(run.state) || !isDue(run, now)) return undefined;
  const crashes = countCrashes(run);
  if (crashes >= MAX_CRASHES) return undefined;
  // The last holder died between asking the provider and storing its answer, so that call may have been charged.
  const known = run.call_open ? loseCall(run) : run;
  const state = run.state === "generated" ? "generated" : "claimed";
  // Recorded before the reservation is made. If the holder dies right after making it, the reservation is still found
  // and cancelled.
  const reserved_on = run.reserved_on ?? (state === "claimed" ? now.toISOString().slice(0, 10) : undefined);
  const lease = { holder, until };
  return { ...known, state, lease, next_check_at: until, reserved_on, crashes: crashes || undefined };
}

/** True when the allowed number of claims ended without an outcome and the last lease has expired. */
function hasCrashed(run: Run, now: Date): boolean {
  const isClaimed = run.state === "claimed" || run.state === "generated";
  return isClaimed && isDue(run, now) && countCrashes(run) >= MAX_CRASHES;
}

/** Another try would end as the others did, and would take the other mails of its batch with it. */
function giveUp(run: Run, now: Date): Run {
  const known = run.call_open ? loseCall(run) : run;
  const reason = reasonOfCrashes(known, MAX_CALLS_LOST);
  return { ...comeToRest(known, "held", reason, now), crashes: countCrashes(run) };
}

/** The holder is alive but had to abort its work on this mail. That counts like a crash of the process. */
function breakOff(run: Run, until: string, now: Date): Run {
  const crashes = countCrashes(run);
  if (crashes >= MAX_CRASHES) return giveUp(run, now);
  return { ...endLease(run, run.state === "generated" ? "generated" : "received"), ...waiting(run, until), crashes };
}

/** Records that the open call will give no answer. Its payer is stored, since the next call may have another one. */
function loseCall(run: Run, used?: Used): Run {
  const lost_by = run.payer === undefined ? run.lost_by : [...run.lost_by, { ...run.payer, used }];
  return { ...run, call_open: false, calls_lost: run.calls_lost + 1, lost_by };
}

function startCall(run: Run, read: Read, payer: Payer): Run | undefined {
  if (run.state !== "claimed" || run.call_open || run.calls_lost >= MAX_CALLS_LOST) return undefined;
  return { ...run, ...read, payer, call_open: true };
}

/** The fate of the answer is decided here. A later change of the agent's mode applies to later answers. */
function storeAnswer(run: Run, { answer, mode, draft }: Omit<Answered, "type" | "holder">): Run {
  const drafted = mode === "draft" || draft !== undefined || run.redo !== undefined;
  const ends_in = run.is_test ? "observed" : drafted ? "drafted" : undefined;
  const over = { call_open: false, crashes: undefined, earlier: earlierOf(run), redo: undefined };
  // An agent in draft mode drafts every answer, and needs no reason for one.
  const draft_reason = mode === "draft" ? undefined : (draft ?? (run.redo && run.draft_reason));
  return { ...run, state: "generated", answer, ends_in, draft_reason, ...over };
}

function waiting(run: Run, until: string): Partial<Run> {
  return { next_check_at: until, attempts: run.attempts + 1 };
}

function startSending(run: Run, now: Date): Run {
  const next_check_at = new Date(now.getTime() + CONFIRM_SENDING_MS).toISOString();
  return { ...markSettled(endLease(run, "sending")), next_check_at };
}

function markSent(run: Run, sent_message_id: string): Run {
  return { ...endLease(run, "replied"), sent_message_id, delivery: "sent" };
}

/** SES reports in any order and more than once. The recorded delivery only moves forward in this order. */
const DELIVERY_ORDER: Delivery[] = ["sent", "delivered", "bounced", "complained"];

function deliver(run: Run, delivery: Delivery, sent_message_id: string, now: Date): Run | undefined {
  // A report about a mail that SES rejected says nothing about a mail that was sent later.
  if (run.delivery === "rejected" && run.sent_message_id === sent_message_id) return undefined;
  if (delivery === "rejected") return reject(run, sent_message_id, now);
  if (mayHaveLeft(run)) return { ...markSent(run, sent_message_id), reason: undefined, delivery };
  // The owner dropped the mail, but it had left after all. The state stays, and SES's report is stored beside it.
  const dropped = run.state === "skipped" && run.reason === "dropped";
  if (dropped && run.delivery === undefined) return { ...run, sent_message_id, delivery };
  if (run.state !== "replied" && !dropped) return undefined;
  const known = DELIVERY_ORDER.indexOf(run.delivery ?? "sent");
  return DELIVERY_ORDER.indexOf(delivery) > known ? { ...run, delivery } : undefined;
}

/** SES took the mail and then refused to send it because it found a virus. Nothing left, so the owner must decide. */
function reject(run: Run, sent_message_id: string, now: Date): Run | undefined {
  const isThis = run.state === "replied" && run.sent_message_id === sent_message_id;
  if (!isThis && !(mayHaveLeft(run) && run.state !== "generated")) return undefined;
  return { ...comeToRest(run, "held", "send_refused", now), sent_message_id, delivery: "rejected" };
}

/**
 * Also true for a stored answer that the owner asked to send again: a report about the first sending makes the second
 * one unnecessary.
 */
function mayHaveLeft(run: Run): boolean {
  if (run.state === "generated") return run.reserved_on === undefined && run.ends_in === undefined;
  return run.state === "sending" || (run.state === "held" && run.reason === "may_have_been_sent");
}

/**
 * An owner may reopen a held mail and a skipped one, since the owner knows better than a rule who is a robot. Two cases
 * are excluded: no proven recipient, and a dropped answer that may have left, because a second sending could not be
 * told from the first.
 */
export function mayReopen(run: Run): boolean {
  if (run.reserved_on !== undefined) return false;
  if (run.state === "held") return true;
  if (run.state !== "skipped" || run.delivery !== undefined) return false;
  return run.answer === undefined ? explainUnanswerable(run.reason) === undefined : isDroppedDraft(run);
}

/** True for a dropped draft. Its answer never left, because no answer is sent while `ends_in` is set. */
function isDroppedDraft({ state, ends_in }: Run): boolean {
  return state === "skipped" && ends_in === "drafted";
}

/**
 * If there is an answer, its owner has read it and wants it sent. A resolved hold reason allows less, see `mayRequeue`.
 */
function reopen(run: Run, now: Date): Run {
  if (isDroppedDraft(run)) return { ...run, state: "drafted", reason: undefined };
  const anew = countAnew(run);
  if (anew.answer === undefined) return resume(anew, "received", now);
  return { ...resume(anew, "generated", now), approved: true };
}

/** The owner's action starts a new count of tries and a new reservation, which `reopened_at` names. */
function resume(run: Run, state: "received" | "generated", now: Date): Run {
  const at = now.toISOString();
  const before = {
    reason: undefined,
    released: undefined,
    renewed: undefined,
    opens_at: undefined,
    approved: undefined,
    crashes: undefined,
  };
  return { ...run, ...before, attempts: 0, state, next_check_at: at, reopened_at: at };
}

/** Only the owner may send a stored answer. A key that works again or a raised budget does not decide that. */
function mayRequeue({ state, reserved_on, answer, reason }: Run): boolean {
  const isMended = OWNER_RESOLVERS.some((what) => isResolvedBy(what, reason));
  return state === "held" && reserved_on === undefined && !answer && isMended;
}

/** The limit that held the run has renewed: its day or month is over, or office hours have begun. */
function mayRenew(run: Run, now: Date): boolean {
  const renews = renewalOf(run, now.toISOString().slice(0, 10)) !== undefined;
  return renews && mayRequeue(run) && run.next_check_at !== undefined && isDue(run, now);
}

/** Nobody has to come back to the run, unless a reservation is still to be settled. */
function drop(run: Run): Run {
  const next_check_at = run.reserved_on === undefined ? undefined : run.next_check_at;
  return { ...run, state: "skipped", reason: "dropped", next_check_at };
}

function approve(run: Run, text: string | undefined, now: Date): Run | undefined {
  // Old rows of test mails may be drafts. Nobody waits for their answers, so they cannot be approved.
  if (run.state !== "drafted" || run.reserved_on !== undefined || run.is_test) return undefined;
  // No call follows, so the calls that were lost for this answer stay with it.
  return { ...resume(run, "generated", now), answer: edited(run.answer, text), ends_in: undefined, approved: true };
}

function edited(answer: Answer | undefined, text: string | undefined): Answer | undefined {
  if (answer === undefined || text === undefined || text === answer.text) return answer;
  return { ...answer, text, edited: true, cut: undefined };
}

/**
 * Not allowed while an answer may have left: SES's late report about it could not be told from one about the next
 * answer.
 */
function regenerate(run: Run, hint: string | undefined, now: Date): Run | undefined {
  const { state, reason, payer } = run;
  const may = state === "drafted" || (state === "held" && reason !== "may_have_been_sent");
  if (!may || run.answer === undefined || payer === undefined || run.reserved_on !== undefined) return undefined;
  if ((run.earlier?.length ?? 0) >= MAX_EARLIER) return undefined;
  return { ...resume(countAnew(run), "received", now), redo: { hint, payer } };
}

/**
 * Moves a run to rest. It leaves the index of unsettled runs only when its reservation is settled. A run without a new
 * answer returns to its previous draft or test answer, and says why.
 */
function comeToRest(run: Run, state: Rest, reason: RunReason, now: Date): Run {
  const next_check_at = run.reserved_on === undefined ? undefined : now.toISOString();
  const asBefore = run.is_test ? "observed" : "drafted";
  return { ...endLease(run, run.redo === undefined ? state : asBefore), reason, next_check_at };
}

function markSettled(run: Run): Run {
  const { redo, payer } = run;
  return { ...run, payer: redo?.payer ?? payer, redo: undefined, reserved_on: undefined, next_check_at: undefined };
}

/** A run that a limit or office hours hold stays in the index of unsettled runs until that limit renews or they begin. */
function markSettledAtRest(run: Run, day: string): Run {
  const settled = markSettled(run);
  return { ...settled, next_check_at: renewalOf(settled, day) };
}

/**
 * Gives up the lease and everything that belongs to it. The claim had an outcome, so the count of crashes starts again.
 */
function endLease(run: Run, state: Run["state"]): Run {
  return { ...run, state, lease: undefined, next_check_at: undefined, call_open: false, crashes: undefined };
}
