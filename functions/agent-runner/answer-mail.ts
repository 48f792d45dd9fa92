import type { Agent } from "../../shared/agents/agent.ts";
import type { Run } from "../../shared/runs/run.ts";
import { stage } from "../../shared/watch/stopwatch.ts";
import { backoff } from "./backoff.ts";
import { tellsInstructions } from "./canary.ts";
import { comeBack, inSeconds } from "./come-back.ts";
import type { Deps, Hold } from "./deps.ts";
import { generate } from "./generate.ts";
import { readMail } from "./read-mail.ts";
import { releaseIfReplaced } from "./release.ts";
import { giveReplyRoomBack, takeReplyRoom } from "./reply-room.ts";
import { composeReplyOf, sendOnce } from "./send-reply.ts";
import { held, type Stop } from "./stop.ts";
import { settleUsage, stopRun } from "./stop-run.ts";

/** Takes a claimed run as far as it goes: to its reply, to rest, or to a wait. */
export async function answerMail(run: Run, hold: Hold, deps: Deps): Promise<void> {
  const agent = await deps.agents.get(run.user_id, run.agent_id);
  if (agent === undefined) return stopRun(run, hold, held("agent_deleted"), deps);
  if (run.state === "generated") {
    // The owner of a call that is still to be made is looked at with the budget (reserve.ts).
    const owner = await deps.users.get(run.user_id);
    if (owner?.deleting_at !== undefined) return stopRun(run, hold, held("agent_deleted"), deps);
    return finish(run, agent, hold, deps);
  }
  // An owner may try an agent before switching it on.
  if (!agent.is_active && !run.is_test) return stopRun(run, hold, held("agent_paused"), deps);
  const mail = await stage("read", () => readMail(run, agent, deps));
  if ("stop" in mail) return stopRun(run, hold, mail, deps);
  const step = await generate(run, agent, mail, hold, deps);
  if (step?.stop) {
    await stopRun(step.run, hold, step.stop, deps);
    return releaseIfReplaced(step.run, step.stop, agent, step.terms, deps);
  }
  if (step) await finish(step.run, agent, hold, deps);
}

/** Counts a stored answer, and lets it rest as a draft or sends it, as was decided when it came. */
async function finish(run: Run, agent: Agent, hold: Hold, deps: Deps): Promise<void> {
  if (run.reserved_on !== undefined) await settleUsage(run, deps);
  if (run.ends_in !== undefined) {
    await deps.runs.apply(run, { type: "set_aside", holder: hold.holder }, deps.now());
    return;
  }
  // What its owner has read and wants sent is theirs to send. A word on the mail, before there was an answer, is none on it.
  const isLeak = !run.approved && tellsInstructions(run.answer?.text ?? "", agent);
  const stop = isLeak ? held("instructions_told") : await mayNotSend(run, agent, deps);
  if (stop) return stopRun(run, hold, stop, deps);
  await sendAnswer(run, agent, hold, deps);
}

/**
 * What may have come about since the answer was stored. An owner who approves a draft of an agent that they have paused
 * means it; but an agent that we paused, and a correspondent who must not be written to, stay as they are.
 */
async function mayNotSend(run: Run, agent: Agent, { correspondents }: Deps): Promise<Stop | undefined> {
  if (agent.paused_reason !== null && !agent.is_active) return held("agent_paused");
  if (run.reopened_at === undefined || run.reply === undefined) return undefined;
  const { user_id, agent_id, reply } = run;
  return (await correspondents.blocked.has(user_id, agent_id, reply.to)) ? held("correspondent_blocked") : undefined;
}

/** The ledger says `sending` before SES is called, so the same answer never leaves twice. */
async function sendAnswer(run: Run, agent: Agent, hold: Hold, deps: Deps): Promise<void> {
  const { to, raw } = await composeReplyOf(run, agent);
  const countedAt = deps.now();
  const full = await takeReplyRoom(run, countedAt, deps);
  if (full) return stopRun(run, hold, full, deps);
  const sending = await deps.runs.apply(run, { type: "send_started", holder: hold.holder }, deps.now());
  if (sending === undefined) return;
  const sent = await stage("send", () => sendOnce(sending, { from: agent.address, to, raw }, deps));
  switch (sent.outcome) {
    case "sent":
      await deps.runs.apply(sending, { type: "sent", sent_message_id: sent.messageId }, deps.now());
      return;
    case "refused":
      await deps.runs.apply(sending, { type: "send_refused" }, deps.now());
      return;
    case "not_now": {
      const until = inSeconds(backoff(run.attempts), deps);
      await deps.runs.apply(sending, { type: "not_sent", until }, deps.now());
      await giveReplyRoomBack(run, countedAt, deps);
      return comeBack(run, until, deps);
    }
    case "unknown":
      // SES's own event settles it; this job comes back only to ask the owner if none arrives.
      return comeBack(run, sending.next_check_at, deps);
  }
}
