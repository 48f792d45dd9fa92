import type { Agent } from "../../shared/agents/agent.ts";
import type { Config } from "../../shared/ai-configs/config.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { describeError, log } from "../../shared/log.ts";
import type { ProviderCall } from "../../shared/providers/api.ts";
import { handlingOf } from "../../shared/providers/handling.ts";
import { alertOperators } from "../../shared/providers/tell-operators.ts";
import type { Read, RunEvent } from "../../shared/runs/ledger.ts";
import type { Payer, Run } from "../../shared/runs/run.ts";
import { tellCall } from "../../shared/watch/provider-called.ts";
import { stage } from "../../shared/watch/stopwatch.ts";
import { askOnce, callTime, priced, usedBy } from "./ask-provider.ts";
import type { OpenConfig, PlatformPayer } from "./choose-payer.ts";
import type { Deps, Hold } from "./deps.ts";
import { knownOutage, noteOutage } from "./outage.ts";
import { isPayerReplaced } from "./replaced.ts";
import { storeAnswer } from "./store-answer.ts";
import { tellModelEnds } from "./tell-model-ends.ts";
import { tellKeyFailed } from "./tell-owner.ts";
import { worksAgain } from "./works-again.ts";

/** What is asked, of whichever provider. */
export type Asked = {
  read: Read;
  prompt: Pick<ProviderCall, "system" | "turns">;
};

/** The run after one call; `error` when it gave no answer. Undefined when another process took the run over. */
export type Called = { run: Run; error?: LatchkeyError } | undefined;

/** Asks once on one key and stores the answer. The ledger knows of the call, and of who pays it, before it is made. */
export async function callProvider(
  run: Run,
  agent: Agent,
  from: OpenConfig | PlatformPayer,
  { read, prompt }: Asked,
  hold: Hold,
  deps: Deps,
): Promise<Called> {
  const { holder } = hold;
  const { config, key } = from;
  const error = await knownOutage(from, run, deps);
  if (error) return { run, error };
  const payer = payerOf(from);
  const calling = await deps.runs.apply(run, { type: "call_started", holder, read, payer }, deps.now());
  if (calling === undefined) return undefined;
  const began = performance.now();
  const result = await stage("ask", () => askOnce(config, { key, ...prompt }, callTime(hold.deadline, deps.now())));
  const called = { run, provider: config.provider, model: config.model_name, paidBy: from.paidBy };
  const timed = { ...called, milliseconds: Math.round(performance.now() - began) };
  if (result instanceof LatchkeyError) {
    const used = await usedBy(config, result, deps.now());
    tellCall({ ...timed, code: result.code, cost: used?.cost_nano_usd });
    return failed(calling, agent, from, result, holder, deps);
  }
  const answer = await priced(config, result, deps.now());
  tellCall({ ...timed, cost: answer.cost_nano_usd });
  if (answer.usage_doubt) {
    const { usage_doubt: doubt } = answer;
    log("usage_in_doubt", { run_id: run.run_id, provider: config.provider, doubt });
  }
  const answered = await stage("store", () => storeAnswer(calling, answer, agent, hold, deps));
  await mark(from, "active", deps);
  await worksAgain(from, deps);
  await noteOutage(from, false, deps);
  if (from.paidBy === "owner") await tellModelEnds(from.config, deps);
  return answered && { run: answered };
}

function payerOf(from: OpenConfig | PlatformPayer): Payer {
  const { provider, model_name, key_fingerprint } = from.config;
  const fallback_from = from.paidBy === "owner" ? from.fallbackFrom : undefined;
  return { provider, model_name, key_fingerprint, paid_by: from.paidBy, fallback_from };
}

async function failed(
  calling: Run,
  agent: Agent,
  from: OpenConfig | PlatformPayer,
  error: LatchkeyError,
  holder: string,
  deps: Deps,
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
      : { type: "call_lost", holder, used: await usedBy(from.config, error, now) };
  const run = await deps.runs.apply(calling, event, now);
  // A platform's key is no row, and its failure is not for an owner to read.
  // Neither is the failure of a key that would not be asked any more: whoever asks it next finds it out again.
  if (handling?.marks && from.paidBy === "owner" && !(await isPayerReplaced(from, agent, deps))) {
    const marked = await mark(from, handling.marks, deps);
    if (marked) await tellKeyFailed(from.config, handling.marks, deps);
  }
  alertOperators(error, from.config.provider);
  if (handling?.outage) await noteOutage(from, error.code, deps);
  return run && { run, error };
}

/**
 * What the key was last seen to be, for its owner to read. Not worth a mail: a failure here is only logged.
 * @returns false when the row holds another key or model by now, or is gone
 */
async function mark(from: OpenConfig | PlatformPayer, status: Config["status"], deps: Deps): Promise<boolean> {
  if (from.paidBy === "platform") return false;
  try {
    return await deps.configs.markUsed(from.config, status, deps.now());
  } catch (error) {
    log("mark_failed", describeError(error));
    return true;
  }
}
