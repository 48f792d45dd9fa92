import type { Agent } from "../../../shared/agents/agent.ts";
import { LatchkeyError } from "../../../shared/errors.ts";
import { log } from "../../../shared/log.ts";
import type { NoticeQueue } from "../../../shared/notices/notice-queue.ts";
import type { ProviderCall } from "../../../shared/providers/api.ts";
import { handlingOf } from "../../../shared/providers/handling.ts";
import { alertOperators } from "../../../shared/providers/tell-operators.ts";
import type { DraftReason } from "../../../shared/runs/draft-reason.ts";
import type { JobQueue } from "../../../shared/runs/job-queue.ts";
import type { Read, RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run, Payer as RunPayer } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { logProviderCall } from "../../../shared/watch/provider-called.ts";
import { timeStage } from "../../../shared/watch/stopwatch.ts";
import { type AnnouncesKeys, announceKeyFailed } from "../notify/announce-key-failed.ts";
import { notifyModelEnding } from "../notify/notify-model-ending.ts";
import { notifyKeyFailed } from "../notify/notify-owner.ts";
import type { Payer } from "../payer/choose-payer.ts";
import { markKey, requeueIfWorksAgain } from "../payer/mark-key.ts";
import { findKnownOutage, noteOutage } from "../payer/outage.ts";
import { isPayerReplaced, type LooksAgain } from "../payer/replaced.ts";
import type { Lease } from "../stop/lease.ts";
import { askOnce, callTime } from "./ask-once.ts";
import { priceAnswer, priceFailure } from "./price-answer.ts";
import { storeAnswer } from "./store-answer.ts";

/** The run and the prompt, for any provider. */
export type Question = {
  run: Run;
  agent: Agent;
  lease: Lease;
  read: Read;
  prompt: Pick<ProviderCall, "system" | "turns">;
  /** Why the answer waits for its owner, whatever the agent's mode is. */
  draft?: DraftReason | undefined;
};

export type Calls = LooksAgain & AnnouncesKeys & { runs: RunStore; jobs: JobQueue; notices: NoticeQueue };

/** The run after one call. `error` is set if there is no answer. Undefined if another process took the run over. */
type Called = { run: Run; error?: LatchkeyError } | undefined;

/** Asks once on one key and stores the answer. Before the call, the ledger records it and its payer. */
export async function callProvider(question: Question, from: Payer, deps: Calls): Promise<Called> {
  const { run, agent, lease, read, prompt, draft } = question;
  const { config, key } = from;
  const error = await findKnownOutage(from, run, deps);
  if (error) return { run, error };
  const begun = { type: "call_started", holder: lease.holder, read, payer: payerOf(from) } as const;
  const calling = await deps.runs.apply(run, begun, deps.now());
  if (calling === undefined) return undefined;
  const began = performance.now();
  const result = await timeStage("ask", () =>
    askOnce(config, { key, ...prompt }, callTime(lease.deadline, deps.now())),
  );
  const called = { run, provider: config.provider, model: config.model_name, paidBy: from.paidBy };
  const timed = { ...called, milliseconds: Math.round(performance.now() - began) };
  if (result instanceof LatchkeyError) {
    const used = await priceFailure(config, result, deps.now());
    logProviderCall({ ...timed, code: result.code, cost: used?.cost_nano_usd });
    return noteFailure({ ...question, run: calling }, from, result, deps);
  }
  const answer = await priceAnswer(config, result, deps.now());
  logProviderCall({ ...timed, cost: answer.cost_nano_usd });
  if (answer.usage_doubt) {
    const { usage_doubt: doubt } = answer;
    log("usage_in_doubt", { run_id: run.run_id, provider: config.provider, doubt });
  }
  const answered = await timeStage("store", () =>
    storeAnswer(calling, answer, { mode: agent.mode, draft }, lease, deps),
  );
  await markKey(from, "active", deps);
  await requeueIfWorksAgain(from, deps);
  await noteOutage(from, false, deps);
  if (from.paidBy === "owner") await notifyModelEnding(from.config, deps);
  return answered && { run: answered };
}

function payerOf(from: Payer): RunPayer {
  const { provider, model_name, key_fingerprint } = from.config;
  const fallback_from = from.paidBy === "owner" ? from.fallbackFrom : undefined;
  return { provider, model_name, key_fingerprint, paid_by: from.paidBy, fallback_from };
}

async function noteFailure(
  { run: calling, agent, lease: { holder } }: Question,
  from: Payer,
  error: LatchkeyError,
  deps: Calls,
): Promise<Called> {
  const handling = handlingOf(error);
  log("provider_call_failed", {
    run_id: calling.run_id,
    provider: from.config.provider,
    code: error.code,
    ...error.call,
  });
  const now = deps.now();
  const event: RunEvent =
    handling?.charged === "no"
      ? { type: "call_refused", holder }
      : { type: "call_lost", holder, used: await priceFailure(from.config, error, now) };
  const run = await deps.runs.apply(calling, event, now);
  // The platform's key has no row, and its owners need not read about its failure. The failure of a key that has been
  // replaced is not recorded either: the next call with it would find the failure again.
  if (handling?.marks && from.paidBy === "owner" && !(await isPayerReplaced(from, agent, deps))) {
    await announceKeyFailed(from.config, handling.marks, deps);
    const marked = await markKey(from, handling.marks, deps);
    if (marked) await notifyKeyFailed(from.config, handling.marks, deps);
  }
  alertOperators(error, from.config.provider);
  if (handling?.outage) await noteOutage(from, error.code, deps);
  return run && { run, error };
}
