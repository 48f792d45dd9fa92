import type { Agent } from "../../../shared/agents/agent.ts";
import type { Full, ReplyCaps } from "../../../shared/limits/reply-caps.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Stop } from "../stop/stop.ts";

export type CountsReplies = { replies: ReplyCaps; now: () => Date };

/** Mails that waited for the same hour come back over this time, so that newer ones get their turn between them. */
const SPREAD_SECONDS = 5 * 60;

/**
 * Why an answer could not leave if there were one: the account, or all of them, have sent what they may. Asked before a
 * provider is paid. The mail waits and is not held, since nothing in it or at its owner is at fault. Counted is only what
 * is sent (`takeReply`), so what waits or fails takes nothing from others.
 */
export async function checkReplyRoom(
  { run, agent }: { run: Run; agent: Pick<Agent, "mode"> },
  deps: CountsReplies,
): Promise<Stop | undefined> {
  const isSentByItself = agent.mode === "auto_reply" && run.redo === undefined && !run.is_test;
  const full = isSentByItself ? await deps.replies.full(run.user_id, deps.now()) : undefined;
  return full && waitFor(full, run, deps);
}

/** Counts a reply that is about to leave, at the time `at`. @returns what to do where it may not */
export async function takeReply(run: Run, at: Date, deps: CountsReplies): Promise<Stop | undefined> {
  const full = await deps.replies.take(run.user_id, at);
  return full && waitFor(full, run, deps);
}

/** Takes a reply off again that SES would not take. What cannot be given back ends with its hour and its day. */
export async function giveReplyBack(run: Run, at: Date, { replies }: CountsReplies): Promise<void> {
  try {
    await replies.giveBack(run.user_id, at);
  } catch (error) {
    log("reply_not_given_back", { run_id: run.run_id, ...describeError(error) });
  }
}

function waitFor({ cap, until }: Full, run: Run, { now }: CountsReplies): Stop {
  // infra/agent-runs.ts raises an alarm for this line.
  if (cap === "platform_cap") log(cap, { run_id: run.run_id, until: until.toISOString() });
  const seconds = (until.getTime() - now().getTime()) / 1000 + Math.random() * SPREAD_SECONDS;
  return { stop: "wait", seconds, why: cap };
}
