import { WAY_IDS } from "../../shared/forwarding/way-ids.ts";
import { wayName } from "../../shared/forwarding/ways.ts";
import type { QuietThread } from "../../shared/quiet/quiet-threads.ts";
import { DRAFT_REASONS } from "../../shared/runs/draft-reason.ts";
import { mayReopen } from "../../shared/runs/ledger.ts";
import { countLostCalls } from "../../shared/runs/paid-calls.ts";
import { RUN_REASONS } from "../../shared/runs/reasons.ts";
import type { Run } from "../../shared/runs/run.ts";
import { hasAttachments, type ListedRun } from "../../shared/runs/run-store.ts";
import { timelineWords } from "../../shared/runs/timeline-words.ts";

/** How a reason begins that is about the forwarder. */
const YOUR_MAILBOX = "Your mailbox";

/** A run in a list. */
export function runSummary(run: ListedRun) {
  return {
    id: run.run_id,
    agent_id: run.agent_id,
    thread_id: run.thread_id ?? null,
    state: run.state,
    reason: run.reason ?? null,
    reason_text: run.reason === undefined ? null : RUN_REASONS[run.reason].owner,
    from: run.from,
    subject: run.subject,
    is_test: run.is_test ?? false,
    has_attachments: run.has_attachments ?? false,
    received_at: run.received_at,
    updated_at: run.updated_at,
  };
}

/** A run with everything that its owner may see. */
export function runDetail(run: Run, quiet?: QuietThread) {
  const { recipient, verdicts, attempts, answer, payer } = run;
  return {
    ...runSummary({ ...run, has_attachments: hasAttachments(run) }),
    ...{ recipient, tag: run.tag ?? null, verdicts, calls_lost: countLostCalls(run), attempts },
    reason_text: reasonText(run),
    came_through: run.came_through ? forwarder(run.came_through) : null,
    thread_quiet: quiet && quiet.lifted_at === undefined ? { because: quiet.because, since: quiet.since } : null,
    timeline: run.timeline.map((line) => ({ ...line, text: timelineWords(line.event) })),
    may_retry: mayReopen(run),
    text: run.text ?? null,
    attachments: run.attachments ?? [],
    answer_to: run.reply?.to ?? null,
    answer: answer?.text ?? null,
    answer_cut: answer?.cut ?? false,
    answer_broken: answer?.broken ?? false,
    opens_at: run.opens_at ?? null,
    is_note: run.is_note ?? false,
    draft_reason: run.state === "drafted" && run.draft_reason ? DRAFT_REASONS[run.draft_reason] : null,
    draft: run.state === "drafted" && answer ? { text: answer.text, edited: answer.edited ?? false } : null,
    provider: payer?.provider ?? null,
    fallback_from: payer?.fallback_from ?? null,
    model_name: payer?.model_name ?? null,
    key_fingerprint: payer?.paid_by === "owner" ? payer.key_fingerprint : null,
    paid_by: payer?.paid_by ?? null,
    answered_by: answer?.answered_by ?? null,
    service_tier: answer?.service_tier ?? null,
    inference_geo: answer?.inference_geo ?? null,
    usage_doubt: answer?.usage_doubt ?? null,
    ...spentOn(run),
    delivery: run.delivery ?? null,
  };
}

/** The reason in words of the mailbox that the mail came through: "Outlook.com changed the mail ...". */
function reasonText({ reason, came_through }: Run): string | null {
  if (reason === undefined) return null;
  const { owner } = RUN_REASONS[reason];
  if (came_through === undefined || !owner.startsWith(YOUR_MAILBOX)) return owner;
  const { way_name } = forwarder(came_through);
  return `${way_name.charAt(0).toUpperCase()}${way_name.slice(1)}${owner.slice(YOUR_MAILBOX.length)}`;
}

/** The row may be of a later release, which knows more ways. */
function forwarder({ address, way }: NonNullable<Run["came_through"]>) {
  const known = WAY_IDS.find((id) => id === way) ?? "alias";
  return { address, way_name: wayName(known, address) };
}

/** The sum over all calls whose tokens the provider reported. The cost leaves out calls without a listed price. */
function spentOn({ answer, earlier = [], lost_by }: Run) {
  const answers = [...earlier, ...lost_by.flatMap(({ used }) => used ?? []), ...(answer ? [answer] : [])];
  if (answers.length === 0) return { tokens_in: null, tokens_out: null, cost_usd: null };
  const cost = sumOfKnown(answers.map(({ cost_nano_usd }) => cost_nano_usd));
  return {
    tokens_in: sumOfKnown(answers.map(({ tokens_in }) => tokens_in)),
    tokens_out: sumOfKnown(answers.map(({ tokens_out }) => tokens_out)),
    cost_usd: cost === null ? null : cost / 1e9,
  };
}

/** Null if no number is known. */
function sumOfKnown(numbers: (number | null)[]): number | null {
  return numbers.reduce<number | null>((sum, number) => (number === null ? sum : (sum ?? 0) + number), null);
}
