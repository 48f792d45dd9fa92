import type { Agent } from "../../shared/agents/agent.ts";
import type { Config } from "../../shared/ai-configs/config.ts";
import { defaultProvider } from "../../shared/ai-configs/default-config.ts";
import { type ErrorCode, isNamed, LatchkeyError } from "../../shared/errors.ts";
import { describeError, log } from "../../shared/log.ts";
import { mayBeCharged } from "../../shared/providers/failures.ts";
import { MAX_CALLS_LOST } from "../../shared/runs/ledger.ts";
import type { Payer, Run } from "../../shared/runs/run.ts";
import type { Secret } from "../../shared/secret.ts";
import { afterFailure, askOnce, callTime, priced, SHORTEST_CALL_MS } from "./ask-provider.ts";
import { backoff } from "./backoff.ts";
import { knownFailure } from "./breaker.ts";
import type { Deps, Hold } from "./deps.ts";
import { overCap } from "./over-cap.ts";
import { buildPrompt, draftOf } from "./prompt.ts";
import type { ReadMail } from "./read-mail.ts";
import { reserveCall } from "./reserve.ts";
import { held, type Stop } from "./stop.ts";
import { storeAnswer } from "./store-answer.ts";

/** Earlier turns of a thread that the model sees. */
const HISTORY_TURNS = 6;

/** The provider did the work and charges for it, though there is no answer to send. */
const CHARGED: ErrorCode[] = ["bad_answer", "refused"];

/** The run as far as it came; `stop` when it goes no further. Undefined when another process took the run over. */
type Step = { run: Run; stop?: Stop } | undefined;

/** Gets an answer on the owner's key and stores it. All limits are checked before the provider is asked. */
export async function generate(run: Run, agent: Agent, mail: ReadMail, hold: Hold, deps: Deps): Promise<Step> {
  const { read } = mail;
  if (run.calls_lost >= MAX_CALLS_LOST) return { run, stop: held("answer_lost", mail.read) };
  const config = await configFor(agent, deps);
  if (config === undefined) return { run, stop: held("no_ai_config", mail.read) };
  const dead = knownFailure(config, run, deps.now());
  if (dead) return { run, stop: held(dead, mail.read) };
  const over = await overCap(run, agent, { author: mail.author, to: read.reply.to }, deps);
  if (over) return { run, stop: held(over, read) };
  const history = await deps.runs.history(run.user_id, read.thread_id, run.run_id, HISTORY_TURNS);
  const prompt = buildPrompt(agent, history, { from: run.from, subject: run.subject, ...mail.content }, draftOf(run));
  const noRoom = await reserveCall(run, agent, { config, prompt, read }, deps);
  if (noRoom) return { run, stop: noRoom };

  const key = await openKey(config, deps);
  if (key === undefined) return { run, stop: held("key_unreadable", mail.read) };
  if (callTime(hold.deadline, deps.now()) < SHORTEST_CALL_MS) {
    return { run, stop: { stop: "wait", seconds: backoff(0), why: "no_time_left" } };
  }

  const { holder } = hold;
  const calling = await deps.runs.apply(
    run,
    { type: "call_started", holder, read, payer: payerOf(config) },
    deps.now(),
  );
  if (calling === undefined) return undefined;
  const result = await askOnce(config, { key, ...prompt }, callTime(hold.deadline, deps.now()));
  if (result instanceof LatchkeyError) return failed(calling, config, result, holder, deps);
  const answer = await priced(config, result, deps.now());
  const answered = await storeAnswer(calling, answer, agent, hold, deps);
  await mark(config, "active", deps);
  return answered && { run: answered };
}

/** The row of the agent's owner that answers: the one the agent names, else the owner's default. */
async function configFor(agent: Agent, deps: Deps): Promise<Config | undefined> {
  if (agent.provider !== null) return deps.configs.get(agent.user_id, agent.provider);
  const [user, configs] = await Promise.all([deps.users.get(agent.user_id), deps.configs.list(agent.user_id)]);
  const provider = defaultProvider(user?.default_provider, configs);
  return configs.find((config) => config.provider === provider);
}

/** Undefined for a ciphertext that was not sealed for this owner and provider: waiting will not mend it. */
async function openKey({ user_id, provider, ciphertext }: Config, deps: Deps): Promise<Secret | undefined> {
  try {
    return await deps.keys.open(user_id, provider, ciphertext);
  } catch (error) {
    if (isNamed(error, "InvalidCiphertextException")) return undefined;
    throw error;
  }
}

function payerOf({ provider, model_name, key_fingerprint }: Config): Payer {
  return { provider, model_name, key_fingerprint, paid_by: "owner" };
}

async function failed(calling: Run, config: Config, error: LatchkeyError, holder: string, deps: Deps): Promise<Step> {
  const type = mayBeCharged(error) || CHARGED.includes(error.code) ? "call_lost" : "call_refused";
  const run = await deps.runs.apply(calling, { type, holder }, deps.now());
  if (error.code === "key_rejected") await mark(config, "rejected", deps);
  if (error.code === "no_credit") await mark(config, "no_credit", deps);
  return run && { run, stop: afterFailure(run, error) };
}

/** What the key was last seen to be, for its owner to read. Not worth a mail: a failure here is only logged. */
async function mark(config: Config, status: Config["status"], deps: Deps): Promise<void> {
  try {
    await deps.configs.markUsed(config, status, deps.now());
  } catch (error) {
    log("mark_failed", describeError(error));
  }
}
