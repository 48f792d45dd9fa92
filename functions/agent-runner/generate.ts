import type { Agent } from "../../shared/agents/agent.ts";
import type { Config } from "../../shared/ai-configs/config.ts";
import type { LatchkeyError } from "../../shared/errors.ts";
import { asksFallback, handlingOf } from "../../shared/providers/handling.ts";
import { MAX_CALLS_LOST } from "../../shared/runs/ledger.ts";
import type { Run } from "../../shared/runs/run.ts";
import { afterFailure, callTime, SHORTEST_CALL_MS } from "./ask-provider.ts";
import { backoff } from "./backoff.ts";
import { knownFailure } from "./breaker.ts";
import { type Asked, callProvider } from "./call-provider.ts";
import { withCanary } from "./canary.ts";
import { configFor, fallbackFor, type OpenConfig, type PlatformPayer, type Terms } from "./choose-payer.ts";
import type { Deps, Hold } from "./deps.ts";
import { openKey } from "./open-key.ts";
import { overCap } from "./over-cap.ts";
import { pastTurns } from "./past-turns.ts";
import type { ReadMail } from "./read-mail.ts";
import { isPayerReplaced } from "./replaced.ts";
import { noReplyRoom } from "./reply-room.ts";
import { reserveCall } from "./reserve.ts";
import { held, type Stop } from "./stop.ts";
import { tellOutage } from "./tell-owner.ts";
import { afterPlatformFailure, heldWithoutKey, platformPayer } from "./without-key.ts";

/** The run as far as it came; `stop` when it goes no further. Undefined when another process took the run over. */
type Step = { run: Run; stop?: Stop } | undefined;

/** `terms`: those that the step was decided on; undefined where no key answers. */
type Generated = (Step & { terms?: Terms | undefined }) | undefined;

/** Gets an answer on the owner's key and stores it. All limits are checked before the provider is asked. */
export async function generate(run: Run, agent: Agent, mail: ReadMail, hold: Hold, deps: Deps): Promise<Generated> {
  if (run.calls_lost >= MAX_CALLS_LOST) return { run, stop: held("answer_lost", mail.read) };
  const config = await configFor(agent, deps);
  const platform = config === undefined ? await platformPayer(agent.user_id, deps) : undefined;
  const step = await generateOn({ config, platform }, run, agent, mail, hold, deps);
  return step && { ...step, terms: config ?? platform?.config };
}

type Keys = { config: Config | undefined; platform: PlatformPayer | undefined };

async function generateOn(
  { config, platform }: Keys,
  run: Run,
  agent: Agent,
  mail: ReadMail,
  hold: Hold,
  deps: Deps,
): Promise<Step> {
  const { read } = mail;
  const terms = config ?? platform?.config;
  if (terms === undefined) return { run, stop: held(await heldWithoutKey(agent, deps), read) };
  const dead = config && knownFailure(config, run, deps.now());
  if (dead) return { run, stop: held(dead, mail.read) };
  const over = await overCap(run, agent, { author: mail.author, to: read.reply.to }, deps);
  if (over) return { run, stop: held(over, read) };
  const full = await noReplyRoom(run, agent, deps);
  if (full) return { run, stop: full };
  // What cuts the thread's mails to what their writers wrote is large, and most mails of a flood do not come so far.
  const [history, { buildPrompt, draftOf }] = await Promise.all([pastTurns(run, read, deps), import("./prompt.ts")]);
  const { to_author } = read.reply;
  const about = { from: read.from ?? run.from, subject: read.subject ?? run.subject, to_author, ...mail.content };
  const prompt = withCanary(buildPrompt(agent, history, about, draftOf(run)), agent);
  const noRoom = await reserveCall(run, agent, { config: terms, prompt, read, platform }, deps);
  if (noRoom) return { run, stop: noRoom };

  const payer = platform ?? (config && (await openConfig(config, deps)));
  if (payer === undefined) return { run, stop: held("key_unreadable", mail.read) };
  if (!hasTime(hold, deps)) return { run, stop: { stop: "wait", seconds: backoff(0), why: "no_time_left" } };
  return ask(run, agent, payer, { read, prompt }, hold, deps);
}

/** Asks the first, and the agent's fallback where the first surely did not charge and cannot answer. */
async function ask(
  run: Run,
  agent: Agent,
  first: OpenConfig | PlatformPayer,
  asked: Asked,
  hold: Hold,
  deps: Deps,
): Promise<Step> {
  const called = await callProvider(run, agent, first, asked, hold, deps);
  if (!called?.error) return called;
  const { error } = called;
  const failed = { agent, error, of: first, tried: [first] };
  if (first.paidBy === "platform") return stopped(called.run, failed, deps);
  const second = await fallback(called.run, agent, first, error, asked, hold, deps);
  if (second === undefined) return stopped(called.run, failed, deps);
  const again = await callProvider(called.run, agent, second, asked, hold, deps);
  if (!again?.error) return again;
  // A fallback that did the work has the last word on the mail; one that could not leaves the mail to the first.
  const refused = handlingOf(again.error)?.charged === "no";
  const decides = refused ? failed : { agent, error: again.error, of: second };
  return stopped(again.run, { ...decides, tried: [first, second] }, deps);
}

/** The key to ask after this error; undefined where none may be asked. */
async function fallback(
  run: Run,
  agent: Agent,
  first: OpenConfig,
  error: LatchkeyError,
  asked: Asked,
  hold: Hold,
  deps: Deps,
): Promise<OpenConfig | undefined> {
  if (!asksFallback(error, run.attempts) || !hasTime(hold, deps)) return undefined;
  // Its owner has just mended what the fallback is for.
  if (await isPayerReplaced(first, agent, deps)) return undefined;
  const { config } = first;
  const second = await fallbackFor(agent, config, run, deps);
  // The other model may cost more than what was set aside.
  const noRoom = second && (await reserveCall(run, agent, { config: second.config, ...asked }, deps));
  return noRoom ? undefined : second;
}

type AnyPayer = OpenConfig | PlatformPayer;

/** The failure that decides on the agent's mail, whose it is, and all who were asked. */
type Failed = { agent: Agent; error: LatchkeyError; of: AnyPayer; tried: AnyPayer[] };

async function stopped(run: Run, { agent, tried, of, error }: Failed, deps: Deps): Promise<Step> {
  if (mayAskAgain(run, error) && (await anyReplaced(tried, agent, deps))) {
    return { run, stop: { stop: "wait", seconds: backoff(run.attempts), why: "replaced" } };
  }
  if (of.paidBy === "platform") return { run, stop: afterPlatformFailure(run, error, deps.now()) };
  const stop = afterFailure(run, error, deps.now());
  if (stop.stop === "wait") await tellOutage(of.config, error, deps);
  return { run, stop };
}

/** An answer that was paid for, though it is none, is not bought a second time without its owner's word. */
function mayAskAgain(run: Run, error: LatchkeyError): boolean {
  return run.calls_lost < MAX_CALLS_LOST && handlingOf(error)?.charged !== "yes";
}

async function anyReplaced(payers: AnyPayer[], agent: Agent, deps: Deps): Promise<boolean> {
  for (const payer of payers) if (await isPayerReplaced(payer, agent, deps)) return true;
  return false;
}

async function openConfig(config: Config, deps: Deps): Promise<OpenConfig | undefined> {
  const key = await openKey(config, deps);
  return key && { paidBy: "owner", config, key };
}

function hasTime(hold: Hold, deps: Deps): boolean {
  return callTime(hold.deadline, deps.now()) >= SHORTEST_CALL_MS;
}
