import type { Agent } from "../../../shared/agents/agent.ts";
import type { Correspondents } from "../../../shared/correspondents/correspondents.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { RunStore } from "../../../shared/runs/run-store.ts";
import { timeStage } from "../../../shared/watch/stopwatch.ts";
import { type CountsReplies, countReply, uncountReply } from "../limits/reply-caps.ts";
import type { OwnerRows } from "../payer/owner-rows.ts";
import { repeatsInstructions } from "../prompt/canary.ts";
import type { Lease } from "../stop/lease.ts";
import { type Requeues, requeueAt, timeAfter } from "../stop/requeue.ts";
import { countUsage, type Settles } from "../stop/reservation.ts";
import { backoff, DONE, hold, type Stop } from "../stop/stop.ts";
import { type Outgoing, type Sends, sendOnce } from "./send-once.ts";

/** Stops a stored answer of an account that is being deleted. Before a call, `reserveCall` checks the same. */
export function checkOwner({ owner }: { owner: Pick<OwnerRows, "user"> }): Stop | undefined {
  return owner.user?.deleting_at === undefined ? undefined : hold("agent_deleted");
}

/** Counts a stored answer. A draft and the answer to a test mail come to rest here. */
export async function countAnswer(
  { run, lease }: { run: Run; lease: Lease },
  deps: Settles & { runs: RunStore },
): Promise<Stop | undefined> {
  if (run.reserved_on !== undefined) await countUsage(run, deps);
  if (run.ends_in === undefined) return undefined;
  return { ...DONE, run: await deps.runs.apply(run, { type: "set_aside", holder: lease.holder }, deps.now()) };
}

/**
 * Holds an answer that repeats the agent's instructions, unless its owner approved it. An owner who asked to retry a mail
 * has not approved an answer that did not exist yet.
 */
export async function checkCanary({ run, agent }: { run: Run; agent: Agent }): Promise<Stop | undefined> {
  const isLeak = !run.approved && repeatsInstructions(run.answer?.text ?? "", agent);
  return isLeak ? hold("instructions_told") : undefined;
}

/**
 * Checks what may have changed since the answer was stored. An approved draft is sent although its owner has switched the
 * agent off. It is not sent if Latchkey switched the agent off, or if the correspondent is blocked.
 */
export async function checkMaySend(
  { run, agent }: { run: Run; agent: Agent },
  { correspondents }: { correspondents: Correspondents },
): Promise<Stop | undefined> {
  if (agent.paused_reason !== null && !agent.is_active) return hold("agent_paused");
  if (run.reopened_at === undefined || run.reply === undefined) return undefined;
  const { user_id, agent_id, reply } = run;
  return (await correspondents.blocked.has(user_id, agent_id, reply.to)) ? hold("correspondent_blocked") : undefined;
}

type Uses = Sends & CountsReplies & Requeues & { runs: RunStore };

/** Sends the answer. The ledger says `sending` before SES is called, so the same answer never leaves twice. */
export async function sendAnswer(
  { run, lease, outgoing }: { run: Run; lease: Lease; outgoing: Outgoing },
  deps: Uses,
): Promise<{ run: Run } | Stop> {
  const countedAt = deps.now();
  const full = await countReply(run, countedAt, deps);
  if (full) return full;
  const sending = await deps.runs.apply(run, { type: "send_started", holder: lease.holder }, deps.now());
  if (sending === undefined) return DONE;
  const sent = await timeStage("send", () => sendOnce(sending, outgoing, deps));
  switch (sent.outcome) {
    case "sent": {
      const replied = await deps.runs.apply(sending, { type: "sent", sent_message_id: sent.messageId }, deps.now());
      return { run: replied ?? sending };
    }
    case "refused":
      return { ...DONE, run: await deps.runs.apply(sending, { type: "send_refused" }, deps.now()) };
    case "not_now": {
      const until = timeAfter(backoff(run.attempts), deps);
      const waiting = await deps.runs.apply(sending, { type: "not_sent", until }, deps.now());
      await uncountReply(run, countedAt, deps);
      await requeueAt(run, until, deps);
      return { ...DONE, run: waiting };
    }
    case "unknown":
      // SES's own event decides it. This job returns only to hold the run if no event arrives.
      await requeueAt(run, sending.next_check_at, deps);
      return { ...DONE, run: sending };
  }
}
