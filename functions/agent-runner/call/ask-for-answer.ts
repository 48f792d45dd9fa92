import type { KeyOpener } from "../../../shared/ai-configs/vault.ts";
import type { LatchkeyError } from "../../../shared/errors.ts";
import { handlingOf, shouldAskFallback } from "../../../shared/providers/handling.ts";
import { MAX_CALLS_LOST, type Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Reservations } from "../../../shared/usage/reservations.ts";
import { reserveCall } from "../limits/reserve-call.ts";
import { notifyOutage } from "../notify/notify-owner.ts";
import type { OpenConfig, Payer } from "../payer/choose-payer.ts";
import { openFallback } from "../payer/fallback.ts";
import { readOwner } from "../payer/owner-rows.ts";
import { isPayerReplaced } from "../payer/replaced.ts";
import { backoff, DONE, hold, type Stop } from "../stop/stop.ts";
import { hasCallTime } from "./ask-once.ts";
import { type Calls, callProvider, type Question } from "./call-provider.ts";
import { stopAfterFailure, stopAfterPlatformFailure } from "./stop-after-failure.ts";

type Uses = Calls & { keys: KeyOpener; usage: Reservations };

/** Holds a run that has lost as many calls as may be paid for one mail. */
export function checkLostCalls({ run, read }: { run: Run; read: Read }): Stop | undefined {
  return run.calls_lost >= MAX_CALLS_LOST ? hold("answer_lost", read) : undefined;
}

/**
 * Gets an answer and stores it. The agent's fallback is asked if the first provider cannot answer and surely did not
 * charge.
 */
export async function askForAnswer(
  { payer: first, ...question }: Question & { payer: Payer },
  deps: Uses,
): Promise<{ run: Run } | Stop> {
  const called = await callProvider(question, first, deps);
  if (called === undefined) return DONE;
  const { run, error } = called;
  if (error === undefined) return { run };
  const failed = { error, of: first, tried: [first] };
  if (first.paidBy === "platform") return stopAfter({ ...question, run }, failed, deps);
  const second = await chooseFallback({ ...question, run }, first, error, deps);
  if (second === undefined) return stopAfter({ ...question, run }, failed, deps);
  const again = await callProvider({ ...question, run }, second, deps);
  if (again === undefined) return DONE;
  if (again.error === undefined) return { run: again.run };
  // A fallback that answered decides about the mail. If it could not answer, the first failure decides.
  const refused = handlingOf(again.error)?.charged === "no";
  const decides = refused ? failed : { error: again.error, of: second };
  return stopAfter({ ...question, run: again.run }, { ...decides, tried: [first, second] }, deps);
}

/** The key to ask after this error; undefined if none may be asked. */
async function chooseFallback(
  question: Question,
  first: OpenConfig,
  error: LatchkeyError,
  deps: Uses,
): Promise<OpenConfig | undefined> {
  const { run, agent, lease } = question;
  if (!shouldAskFallback(error, run.attempts) || !hasCallTime(lease, deps.now())) return undefined;
  // The owner has just resolved the cause that the fallback is for.
  if (await isPayerReplaced(first, agent, deps)) return undefined;
  const second = await openFallback(agent, first.config, run, deps);
  // The other model may cost more than what was reserved.
  // The first call may have lasted minutes, in which the owner may have set another budget.
  const owner = second && (await readOwner(run.user_id, deps));
  const refused = owner && (await reserveCall({ ...question, owner, chosen: second }, deps));
  return refused ? undefined : second;
}

/** The failure that decides about the mail, its payer, and all payers that were asked. */
type Failed = { error: LatchkeyError; of: Payer; tried: Payer[] };

async function stopAfter({ run, agent }: Question, { tried, of, error }: Failed, deps: Uses): Promise<Stop> {
  if (mayAskAgain(run, error) && (await isAnyReplaced(tried, agent, deps))) {
    return { stop: "wait", seconds: backoff(run.attempts), why: "replaced", run };
  }
  if (of.paidBy === "platform") return { ...stopAfterPlatformFailure(run, error, deps.now()), run };
  const stop = stopAfterFailure(run, error, deps.now());
  if (stop.stop === "wait") await notifyOutage(of.config, error, deps);
  return { ...stop, run };
}

/** An unusable answer that was paid for is not bought again unless the owner reopens the run. */
function mayAskAgain(run: Run, error: LatchkeyError): boolean {
  return run.calls_lost < MAX_CALLS_LOST && handlingOf(error)?.charged !== "yes";
}

async function isAnyReplaced(payers: Payer[], agent: Question["agent"], deps: Uses): Promise<boolean> {
  for (const payer of payers) if (await isPayerReplaced(payer, agent, deps)) return true;
  return false;
}
