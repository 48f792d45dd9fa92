import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { advance, isAtRest, type RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { markdownTable } from "../../support/markdown-table.ts";
import { answer, later, payer, read, someRun } from "../../support/runs.ts";

const holder = "invocation-1";
const sent_message_id = "out-1";
const until = later(60).toISOString();
/** After every lease, wait and time for SES's report. */
const LATE = later(100_000);

const EVENTS: Record<string, RunEvent> = {
  claim: { type: "claim", holder: "invocation-2", until: later(200_000).toISOString() },
  call_started: { type: "call_started", holder, read, payer },
  call_refused: { type: "call_refused", holder },
  call_lost: { type: "call_lost", holder },
  answered: { type: "answered", holder, answer, mode: "auto_reply" },
  "answered in draft mode": { type: "answered", holder, answer, mode: "draft" },
  wait: { type: "wait", holder, until, why: "rate_limited" },
  "rest: held": { type: "rest", holder, state: "held", reason: "no_credit" },
  broke_off: { type: "broke_off", holder, until },
  crashed: { type: "crashed" },
  send_started: { type: "send_started", holder },
  set_aside: { type: "set_aside", holder },
  sent: { type: "sent", sent_message_id },
  not_sent: { type: "not_sent", until },
  send_refused: { type: "send_refused" },
  unconfirmed: { type: "unconfirmed" },
  "report: delivered": { type: "delivery", delivery: "delivered", sent_message_id },
  "report: bounced": { type: "delivery", delivery: "bounced", sent_message_id },
  "report: rejected": { type: "delivery", delivery: "rejected", sent_message_id },
  usage_settled: { type: "usage_settled" },
  reopen: { type: "reopen" },
  release: { type: "release" },
  renew: { type: "renew" },
  approve: { type: "approve" },
  edit: { type: "edit", text: "Mine." },
  regenerate: { type: "regenerate" },
  drop: { type: "drop" },
};

const leased = { lease: { holder, until }, next_check_at: until };
const reserved = { ...leased, reserved_on: "2026-11-23" };
const answering = { ...read, payer, answer };

/** One run for each situation in which the ledger decides differently. */
const SITUATIONS: Record<string, Run> = {
  received: someRun(),
  claimed: someRun({ state: "claimed", ...reserved }),
  "claimed, a call open": someRun({ state: "claimed", ...reserved, ...read, payer, call_open: true }),
  "claimed, a call open, asked again": someRun({
    state: "claimed",
    ...reserved,
    ...answering,
    call_open: true,
    redo: { payer },
  }),
  "claimed, after two claims without an outcome": someRun({ state: "claimed", ...reserved, crashes: 2 }),
  "claimed, a call open, after two claims without an outcome": someRun({
    state: "claimed",
    ...reserved,
    ...read,
    payer,
    call_open: true,
    crashes: 2,
  }),
  "claimed, two calls lost": someRun({ state: "claimed", ...reserved, ...read, payer, calls_lost: 2 }),
  generated: someRun({ state: "generated", ...reserved, ...answering }),
  "generated, after two claims without an outcome": someRun({
    state: "generated",
    ...reserved,
    ...answering,
    crashes: 2,
  }),
  "generated, not to be sent": someRun({ state: "generated", ...reserved, ...answering, ends_in: "drafted" }),
  "generated, approved by its owner": someRun({ state: "generated", ...leased, ...answering, approved: true }),
  sending: someRun({ state: "sending", ...answering, next_check_at: until }),
  replied: someRun({ state: "replied", ...answering, sent_message_id, delivery: "sent" }),
  "replied, delivered": someRun({ state: "replied", ...answering, sent_message_id, delivery: "delivered" }),
  "replied, bounced": someRun({ state: "replied", ...answering, sent_message_id, delivery: "bounced" }),
  drafted: someRun({ state: "drafted", ...answering, ends_in: "drafted" }),
  "drafted, usage not settled": someRun({
    state: "drafted",
    ...answering,
    reserved_on: "2026-11-23",
    redo: { payer },
    next_check_at: until,
  }),
  "held: no_ai_config, usage not settled": someRun({
    state: "held",
    reason: "no_ai_config",
    reserved_on: "2026-11-23",
    next_check_at: until,
  }),
  "held: no_ai_config": someRun({ state: "held", reason: "no_ai_config" }),
  "held: mail_unreadable, given up": someRun({ state: "held", reason: "mail_unreadable", crashes: 3 }),
  "held: daily_limit, usage not settled": someRun({
    state: "held",
    reason: "daily_limit",
    reserved_on: "2026-11-23",
    next_check_at: until,
  }),
  "held: daily_limit": someRun({ state: "held", reason: "daily_limit", next_check_at: later(50_000).toISOString() }),
  "held: agent_paused": someRun({ state: "held", reason: "agent_paused" }),
  "held: no_credit, answered before": someRun({ state: "held", reason: "no_credit", ...answering }),
  "held: may_have_been_sent": someRun({ state: "held", reason: "may_have_been_sent", ...answering }),
  "held: send_refused, rejected": someRun({
    state: "held",
    reason: "send_refused",
    ...answering,
    sent_message_id,
    delivery: "rejected",
  }),
  observed: someRun({ state: "observed", ...answering, ends_in: "observed", is_test: true }),
  "skipped: dropped": someRun({ state: "skipped", reason: "dropped", ...answering }),
  "skipped: dropped, delivered": someRun({
    state: "skipped",
    reason: "dropped",
    ...answering,
    sent_message_id,
    delivery: "delivered",
  }),
  "skipped: dropped, never answered": someRun({ state: "skipped", reason: "dropped" }),
  "skipped: dropped, a draft": someRun({ state: "skipped", reason: "dropped", ...answering, ends_in: "drafted" }),
  "skipped: auto_submitted": someRun({ state: "skipped", reason: "auto_submitted" }),
  "skipped: auto_submitted, usage not settled": someRun({
    state: "skipped",
    reason: "auto_submitted",
    reserved_on: "2026-11-23",
    next_check_at: until,
  }),
  "skipped: null_sender": someRun({ state: "skipped", reason: "null_sender" }),
  "kept: kept_for_summary": someRun({ state: "kept", reason: "kept_for_summary", ...read }),
  "failed: answer_lost": someRun({ state: "failed", reason: "answer_lost" }),
};

/** The state after an event, with everything else that it changes except the timeline. */
function outcome(run: Run, event: RunEvent): string | undefined {
  const next = advance(run, event, LATE);
  if (next === undefined) return undefined;
  const before = new Map(Object.entries(run));
  const changed = Object.entries(next)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name)))
    .flatMap(([name]) => (["state", "reason", "timeline", "updated_at"].includes(name) ? [] : [name]));
  const state = next.reason === undefined ? next.state : `${next.state}: ${next.reason}`;
  return changed.length === 0 ? state : `${state} _(${changed.toSorted().join(", ")})_`;
}

function table(): string {
  const rows = Object.entries(SITUATIONS).map(([name, run]) => {
    const allowed = Object.entries(EVENTS).flatMap(([event, happened]) => {
      const after = outcome(run, happened);
      return after === undefined ? [] : [`${event} → ${after}`];
    });
    return [name, isAtRest(run) ? "yes" : "", allowed.join("<br>") || "nothing"];
  });
  return markdownTable(
    ["a run that is", "at rest", "what may happen to it → what it is then _(what else changes)_"],
    rows,
  );
}

test("the page on the ledger shows the effect of each event on a run in each situation", async () => {
  expect(await readFile("docs/ledger.md", "utf8")).toContain(table());
});
