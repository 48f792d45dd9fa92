import type { Agent } from "../../../shared/agents/agent.ts";
import type { Full, ReplyCaps } from "../../../shared/limits/reply-caps.ts";
import { describeError, log } from "../../../shared/log.ts";
import type { DraftReason } from "../../../shared/runs/draft-reason.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Stop } from "../stop/stop.ts";
import type { Limits } from "./look-up-limits.ts";

export type CountsReplies = { replies: ReplyCaps; now: () => Date };

/** Mails that waited for the same hour return spread over this time, so that newer mails get their turn between them. */
const SPREAD_SECONDS = 5 * 60;

/**
 * Stops a run whose reply could not be sent now, because its account or all accounts together have reached a reply cap.
 * This is checked before a provider is paid. The mail waits instead of being held, because neither it nor its owner is
 * at fault. Only sent replies are counted (`countReply`), so a mail that waits or fails uses up nothing.
 */
export function checkReplyCaps(
  {
    run,
    agent,
    limits,
    draft,
  }: { run: Run; agent: Pick<Agent, "mode">; limits: Pick<Limits, "full">; draft?: DraftReason | undefined },
  deps: Pick<CountsReplies, "now">,
): Stop | undefined {
  const isSentByItself = agent.mode === "auto_reply" && draft === undefined && run.redo === undefined && !run.is_test;
  return isSentByItself && limits.full ? waitFor(limits.full, run, deps) : undefined;
}

/** Counts a reply that is about to be sent. @returns why it may not be sent now */
export async function countReply(run: Run, at: Date, deps: CountsReplies): Promise<Stop | undefined> {
  const full = await deps.replies.take(run.user_id, at);
  return full && waitFor(full, run, deps);
}

/** Uncounts a reply that SES refused. If that fails, the count is one too high until its hour and its day end. */
export async function uncountReply(run: Run, at: Date, { replies }: CountsReplies): Promise<void> {
  try {
    await replies.giveBack(run.user_id, at);
  } catch (error) {
    log("reply_not_given_back", { run_id: run.run_id, ...describeError(error) });
  }
}

function waitFor({ cap, until }: Full, run: Run, { now }: Pick<CountsReplies, "now">): Stop {
  // infra/agent-runs.ts raises an alarm for this line.
  if (cap === "platform_cap") log(cap, { run_id: run.run_id, until: until.toISOString() });
  const seconds = (until.getTime() - now().getTime()) / 1000 + Math.random() * SPREAD_SECONDS;
  return { stop: "wait", seconds, why: cap };
}
