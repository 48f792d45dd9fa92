import type { AgentStore } from "../../shared/agents/agent-store.ts";
import type { BlockList } from "../../shared/correspondents/block-list.ts";
import { type Complaints, isTooMany, windowStart } from "../../shared/correspondents/complaints.ts";
import type { WireIds } from "../../shared/correspondents/wire-ids.ts";
import { log } from "../../shared/log.ts";
import type { DeliveryEvent } from "../../shared/mail/delivery-event.ts";
import { readThreadRef } from "../../shared/mail/thread-ref.ts";
import type { NoticeQueue } from "../../shared/notices/notice-queue.ts";
import { advance } from "../../shared/runs/ledger.ts";
import type { Reply, Run } from "../../shared/runs/run.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import { answeredMails } from "../../shared/usage/answered-mails.ts";
import type { UsageReader } from "../../shared/usage/usage-reader.ts";
import type { Announcer } from "../../shared/webhooks/announce.ts";

export type Deps = {
  runs: RunStore;
  agents: AgentStore;
  days: UsageReader;
  blocked: BlockList;
  complaints: Complaints;
  wireIds: WireIds;
  notices: NoticeQueue;
  announcer: Pick<Announcer, "outcomes">;
  now: () => Date;
};

/** The runner may write the same row at the same moment. A refused write is tried again on the new version. */
const TRIES = 5;

/**
 * Records SES's report about a reply in its run, and acts on it. A report also settles a sending whose answer was lost.
 * Each step may be repeated, because SES and SQS may deliver an event twice and in any order.
 * @throws when the run changes faster than it can be written; the queue then delivers the event again
 */
export async function recordDelivery(event: DeliveryEvent, deps: Deps): Promise<void> {
  const recorded = await record(event, deps);
  const run = recorded?.run;
  if (run?.reply === undefined) return;
  if (event.delivery === "sent") await rememberWireId(run, run.reply, event.sent_message_id, deps);
  if (event.rejected_by !== undefined) await blockCorrespondent(run, run.reply.to, event.rejected_by, deps);
  if (event.rejected_by === "complained") await pauseIfTooMany(run, deps);
  // A delivery as such is no event, unless it is the first sign that the reply has left at all.
  const isDelivery = event.delivery === "sent" || event.delivery === "delivered";
  if (recorded?.settled || !isDelivery) await deps.announcer.outcomes(run);
}

/** `settled`: the report says what became of a sending whose outcome was not known. */
type Recorded = { run: Run; settled: boolean };

async function record(event: DeliveryEvent, { runs, now }: Deps): Promise<Recorded | undefined> {
  const { user_id, run_id, delivery, sent_message_id } = event;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const run = await runs.get(user_id, run_id);
    if (run === undefined) {
      log("run_unknown", { run_id });
      return undefined;
    }
    const change = { type: "delivery", delivery, sent_message_id } as const;
    if (advance(run, change, now()) === undefined) return { run, settled: false };
    const changed = await runs.apply(run, change, now());
    if (changed) {
      log("delivery_recorded", { run_id, delivery });
      return { run: changed, settled: changed.state !== run.state };
    }
  }
  throw new Error("The run changed during every try");
}

/** Lets an answer to the reply find its thread by In-Reply-To alone. */
async function rememberWireId(run: Run, { to, thread_ref = "" }: Reply, sesId: string, deps: Deps): Promise<void> {
  const root = readThreadRef(thread_ref)?.root;
  if (root === undefined) return;
  const between = { userId: run.user_id, agentId: run.agent_id, correspondent: to };
  await deps.wireIds.remember(between, sesId, root, deps.now());
}

async function blockCorrespondent(run: Run, address: string, reason: "bounced" | "complained", deps: Deps) {
  const { user_id, agent_id, run_id } = run;
  const blocked_at = deps.now().toISOString();
  await deps.blocked.add(user_id, agent_id, { address, reason, run_id, blocked_at });
  log("correspondent_blocked", { run_id, reason });
}

/** Pauses an agent whose replies are called spam too often, before SES stops the whole platform. */
async function pauseIfTooMany(run: Run, { complaints: all, days, agents, notices, now }: Deps): Promise<void> {
  const { user_id, agent_id, run_id, received_at } = run;
  const today = now();
  const complaints = await all.add(user_id, agent_id, run_id, received_at.slice(0, 10), today);
  const window = await days.days(user_id, windowStart(today), today.toISOString().slice(0, 10));
  if (!isTooMany(complaints, answeredMails(window, agent_id))) return;
  const agent = await agents.pause(user_id, agent_id, "complaints", today);
  log("agent_paused", { agent_id, complaints });
  if (agent?.paused_reason !== "complaints") return;
  // All complaints of one pause belong to one episode. The owner is mailed once, and again only after the next pause.
  const episode = `${agent_id}:${agent.paused_at}`;
  await notices.enqueue({ kind: "agent_paused", user_id, episode, agent_name: agent.name, complaints });
}
