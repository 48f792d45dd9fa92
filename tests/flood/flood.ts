import { findCap } from "../../functions/agent-runner/limits/correspondent-caps.ts";
import { lookUpLimits } from "../../functions/agent-runner/limits/look-up-limits.ts";
import { checkReplyCaps, countReply } from "../../functions/agent-runner/limits/reply-caps.ts";
import { reserveCall } from "../../functions/agent-runner/limits/reserve-call.ts";
import { reservationSlot } from "../../functions/agent-runner/stop/reservation.ts";
import type { Agent } from "../../shared/agents/agent.ts";
import { AgentStore } from "../../shared/agents/agent-store.ts";
import { correspondentsIn } from "../../shared/correspondents/correspondents.ts";
import { ReplyCaps } from "../../shared/limits/reply-caps.ts";
import { decide } from "../../shared/mail/decide.ts";
import { QuietThreads } from "../../shared/quiet/quiet-threads.ts";
import { Reservations } from "../../shared/usage/reservations.ts";
import { UserStore } from "../../shared/users/user-store.ts";
import { personsMail } from "../shared/mail/person.ts";
import { someAgent } from "../support/agents.ts";
import { startDynamo } from "../support/dynamo.ts";
import { read, someRun } from "../support/runs.ts";
import { CORRESPONDENT_TABLES, MARK_TABLES } from "../support/tables.ts";
import { spentOn } from "../support/usage.ts";

export type Size = { mails: number; senders: number };

/** One way to flood an agent: who the strangers say they are, how the agent is set, and what is the most it may cost. */
type Flood = {
  address: (sender: number) => string;
  agent?: Partial<Agent>;
  /** What the owner's keys may spend in the month. */
  budgetUsd?: number;
  /** Replies of all owners in a day, and what other owners have sent of them before. */
  repliesPerDay?: number;
  sentByOthers?: number;
  /** Replies, at the most; and calls of the provider, but for those in flight when a cap of replies is reached. */
  cap: number;
};

const HOURS = 4;
/** Mails that are worked at a time. */
export const AT_ONCE = 10;
/** 100 tokens of gpt-4 in, at 30 USD a million, and 20 out, at 60. */
const TOKENS = { tokens_in: 100, tokens_out: 20 };
const USD_A_CALL = 0.0042;
const CONFIG = { provider: "openai", model_name: "gpt-4", temperature: 0.7, max_tokens: 500 } as const;
const PROMPT = { system: "Be kind.", turns: [{ role: "user" as const, text: "When do you open?" }] };

/** Floods of one day, all of them within the same few hours; each names the limit that ends it. */
export const FLOODS: Record<string, Flood> = {
  "each from a domain of its own: the agent's day": {
    address: (sender) => `a@d${sender}.example`,
    agent: { max_mails_per_day: 60 },
    cap: 60,
  },
  "all of one domain: its hours": {
    address: (sender) => `s${sender}@crowd.example`,
    agent: { max_replies_per_domain_per_hour: 10 },
    cap: 10 * HOURS,
  },
  "all of a public provider, with what follows a plus: one mailbox's day": {
    address: (sender) => `mallory+${sender}@gmail.com`,
    cap: 20,
  },
  "each of a public provider: the agent's day": {
    address: (sender) => `s${sender}@gmail.com`,
    agent: { max_mails_per_day: 50 },
    cap: 50,
  },
  "each from a domain of its own: the owner's month in money": {
    address: (sender) => `a@d${sender}.example`,
    budgetUsd: 0.2,
    cap: Math.floor(0.2 / USD_A_CALL),
  },
  "each from a domain of its own: the agent's day in money": {
    address: (sender) => `a@d${sender}.example`,
    agent: { max_usd_per_day: 0.2 },
    cap: Math.floor(0.2 / USD_A_CALL),
  },
  "each from a domain of its own: the owner's share of all replies": {
    address: (sender) => `a@d${sender}.example`,
    repliesPerDay: 175,
    cap: 35,
  },
  "each from a domain of its own: what others have left of all replies": {
    address: (sender) => `a@d${sender}.example`,
    repliesPerDay: 195,
    sentByOthers: 170,
    cap: 25,
  },
  "strangers to the owner's list: nothing": {
    address: (sender) => `a@d${sender}.example`,
    agent: { answer_only: ["friend.example"] },
    cap: 0,
  },
};

/** Has that many mails decided, capped, reserved and counted as the runner does. */
export async function play(name: string, size: Size): Promise<{ calls: number; replies: number }> {
  const {
    address,
    agent: changes = {},
    budgetUsd = null,
    repliesPerDay = 40_000,
    sentByOthers = 0,
  } = FLOODS[name] ?? {};
  if (address === undefined) throw new Error("There is a flood of that name");
  const dynamo = await startDynamo({
    ...MARK_TABLES,
    users: { partition: "user_id" },
    agents: { partition: "user_id", sort: "agent_id" },
  });
  const { db } = dynamo;
  const agent = someAgent({ ...changes, agent_id: "flooded" });
  const users = new UserStore(db, "users");
  const alice = { user_id: agent.user_id, email: "alice@people.example", name: "Alice", created_at: agent.created_at };
  await users.add({ ...alice, monthly_budget_usd: budgetUsd });
  const now = () => new Date("2026-11-23T10:00:00.000Z");
  const agents = new AgentStore(db, "agents");
  await agents.add(agent);
  // What the owner is told is no part of the count.
  const notices = { enqueue: async () => {} };
  const usage = new Reservations(db, "usage");
  const limits = { perHour: repliesPerDay, perDay: repliesPerDay, ownerShare: 20 };
  const replies = new ReplyCaps(db, "runner-marks", limits);
  for (let i = 0; i < sentByOthers; i += 1) await replies.take(`other${i % 10}`, now());
  const deps = {
    correspondents: correspondentsIn(db, CORRESPONDENT_TABLES),
    replies,
    quiet: new QuietThreads(db, "quiet-threads"),
    usage,
    users,
    agents,
    notices,
    now,
  };
  const made = { calls: 0, replies: 0 };
  const knock = async (number: number) => {
    const hour = 10 + Math.floor((number * HOURS) / size.mails);
    const received_at = `2026-11-23T${hour}:00:00.000Z`;
    const author = address(number % size.senders);
    const facts = { envelope_from: author, from_header: author, answer_only: agent.answer_only };
    const decision = decide(personsMail(facts));
    if (decision.action !== "answer") return;
    const reserved_on = received_at.slice(0, 10);
    const run = someRun({ run_id: `flood${number}`, envelope_from: author, received_at, reserved_on });
    const { limits } = await lookUpLimits({ run, read: { ...read, reply: { ...read.reply, to: decision.to } } }, deps);
    if (await findCap(run, agent, { author, to: decision.to }, limits, deps)) return;
    if (checkReplyCaps({ run, agent, limits }, deps)) return;
    const owner = { user: await users.get(run.user_id) };
    const chosen = { paidBy: "owner", config: CONFIG } as const;
    if (await reserveCall({ run, agent, owner, chosen, prompt: PROMPT, read }, deps)) return;
    made.calls += 1;
    const used = { mails: 1, ...TOKENS, cost_nano_usd: USD_A_CALL * 1e9 };
    await deps.usage.settle(reservationSlot(run), [spentOn(used, { agentId: agent.agent_id })]);
    if ((await countReply(run, now(), deps)) === undefined) made.replies += 1;
  };
  for (let first = 0; first < size.mails; first += AT_ONCE) {
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, size.mails - first) }, (_, i) => knock(first + i)));
  }
  await dynamo.stop();
  return made;
}

// `node tests/flood/flood.ts 100000 10000` prints the floods at that size: mails, and senders. A third word picks some.
if (import.meta.main) {
  const [mails = "10000", senders = Number(mails) / 10, part = ""] = process.argv.slice(2);
  const size = { mails: Number(mails), senders: Number(senders) };
  for (const [name, { cap }] of Object.entries(FLOODS)) {
    if (!name.includes(part)) continue;
    const from = performance.now();
    const { calls, replies } = await play(name, size);
    const seconds = Math.round((performance.now() - from) / 1000);
    const figures = `${String(calls).padStart(5)} calls, ${String(replies).padStart(5)} replies, cap ${cap}, ${seconds} s`;
    console.log(`${name.padEnd(72)} ${figures}`);
    if (replies > cap || calls > cap + AT_ONCE - 1) process.exitCode = 1;
  }
}
