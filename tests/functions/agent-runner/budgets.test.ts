import { DeleteMessageCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Notice, notice } from "../../../shared/notices/notice.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";

/** The cost of the mock's answer at gpt-4's price: 1,200 tokens in for 30 and 300 out for 60 USD a million. */
const COST = 0.054;
const MONTH = "2026-11";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  const account = {
    user_id: "alice",
    email: "alice@example.com",
    name: "Alice",
    created_at: "2026-11-01T00:00:00.000Z",
  };
  await world.deps.users.add(account);
}, 30_000);
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await notices();
  await limit({ month: null, day: null });
});

/** Alice's budgets, as she sets them. */
async function limit({ month, day }: { month?: number | null; day?: number | null }): Promise<void> {
  const { agents, users, now } = world.deps;
  if (month !== undefined) await users.patch("alice", { monthly_budget_usd: month });
  if (day !== undefined) await agents.patch("alice", "agent1", { max_usd_per_day: day }, now());
}

async function spent(): Promise<number> {
  const { month } = await world.deps.usage.spent({ userId: "alice", day: `${MONTH}-23`, runId: "", agentId: "agent1" });
  return month / 1e9;
}

/** What Alice was to be told since the last look. */
async function notices(): Promise<Notice[]> {
  const found: Notice[] = [];
  for (;;) {
    const { Messages = [] } = await world.aws.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: world.noticesUrl, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    );
    if (Messages.length === 0) return found;
    for (const { Body = "", ReceiptHandle } of Messages) {
      found.push(notice.parse(JSON.parse(Body)));
      await world.aws.sqs.send(new DeleteMessageCommand({ QueueUrl: world.noticesUrl, ReceiptHandle }));
    }
  }
}

const answer = async (name: string): Promise<Run> => world.work(await world.arrive(name));

async function again(run: Run): Promise<Run> {
  const reopened = await world.deps.runs.apply(run, { type: "reopen" }, world.deps.now());
  if (reopened === undefined) throw new Error(`A run that is ${run.state} is not reopened`);
  return world.work(reopened);
}

describe("the month's budget", () => {
  it("does not matter without a budget, and the earlier spending counts when one is set", async () => {
    expect(await answer("unbounded")).toMatchObject({ state: "replied" });
    expect(await spent()).toBeCloseTo(COST, 9);
    await limit({ month: COST });
    expect(await answer("too-late")).toMatchObject({ state: "held", reason: "monthly_budget" });
  });

  it("notifies its owner at 80 %, and holds a mail above it without a call", async () => {
    const before = await spent();
    await limit({ month: (before + COST) / 0.85 });
    expect(await answer("last")).toMatchObject({ state: "replied" });
    expect(await notices()).toMatchObject([{ kind: "budget_80", user_id: "alice", episode: MONTH, period: MONTH }]);

    const calls = world.provider.calls;
    const held = await answer("no-room");
    expect(held).toMatchObject({ state: "held", reason: "monthly_budget" });
    expect(held).not.toHaveProperty("reserved_on");
    expect(world.provider.calls).toBe(calls);
    expect(await notices()).toMatchObject([{ kind: "budget_100", episode: MONTH }]);

    expect(await again(held)).toMatchObject({ state: "held", reason: "monthly_budget" });
    await limit({ month: 1_000 });
    const reopened = await world.deps.runs.get("alice", held.run_id);
    expect(await again(reopened ?? held)).toMatchObject({ state: "replied" });
    expect(await spent()).toBeCloseTo(before + 2 * COST, 9);
  });
});

describe("a budget that is being spent", () => {
  const slot = { userId: "alice", day: `${MONTH}-23`, runId: "", agentId: "agent1" };
  const ofMonth = { kind: "budget_80", episode: MONTH, period: MONTH };
  const ofDay = { kind: "budget_80", episode: "agent1:2026-11-23", period: "2026-11-23", agent_name: "Support" };

  it.each([
    ["of the month, just below 80 %", "month", 0.799, []],
    ["of the month, just above 80 %", "month", 0.801, [ofMonth]],
    ["of an agent's day, just below 80 %", "day", 0.799, []],
    ["of an agent's day, just above 80 %", "day", 0.801, [ofDay]],
  ] as const)("%s", async (_, which, share, told) => {
    const before = (await world.deps.usage.spent(slot))[which] / 1e9;
    // A call needs room for the most that it may cost, so its owner lowers the budget while it is being made.
    await limit({ [which]: 1_000 });
    world.provider.meanwhile(() => limit({ [which]: (before + COST) / share }));
    expect(await answer(`${which}-${share}`)).toMatchObject({ state: "replied" });
    expect(await notices()).toMatchObject(told);
  });
});

describe("the month's budget, after an answer was lost", () => {
  it("counts the reserved amount for a call whose answer was lost, because its cost is unknown", async () => {
    const before = await spent();
    await limit({ month: 1_000 });
    world.provider.say("cut before the answer");
    const first = await answer("lost-money");
    expect(first).toMatchObject({ state: "received", calls_lost: 1 });
    world.setClock(new Date(first.next_check_at ?? 0));
    expect(await world.work(first)).toMatchObject({ state: "held", reason: "answer_lost" });
    const perCall = ((await spent()) - before) / 2;
    expect(perCall).toBeGreaterThan(0.03);
    expect(perCall).toBeLessThan(0.1);
  });

  it.each([
    ["pays for the try after a lost answer where there is room for both calls", 1.01, "replied", 1],
    ["holds the mail after a lost answer where there is room for one call only", 0.99, "held", 0],
  ])("%s", async (_, room, state, calls) => {
    const before = await spent();
    await limit({ month: 1_000 });
    // A new key knows nothing of the outages before.
    await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-4");
    world.provider.say("cut before the answer");
    const run = await answer(`then-${state}`);
    expect(run).toMatchObject({ state: "received", calls_lost: 1 });
    const { [`r:${run.run_id}`]: reserved } = await world.usageOf("2026-11-23");
    const perCall = Number(String(reserved).split(":")[1]) / 1e9;

    await limit({ month: before + perCall * (1 + room) });
    world.provider.say(PROVIDER_ANSWERS);
    const made = world.provider.calls;
    world.setClock(new Date(run.next_check_at ?? 0));
    expect(await world.work(run)).toMatchObject({ state, calls_lost: 1 });
    expect(world.provider.calls - made).toBe(calls);
    expect(await spent()).toBeCloseTo(before + perCall + calls * COST, 9);
  });
});

describe("an agent's budget of the day", () => {
  it("holds mails above it, and notifies its owner about that agent", async () => {
    await limit({ day: 0.01 });
    expect(await answer("small-day")).toMatchObject({ state: "held", reason: "agent_daily_budget" });
    expect(await notices()).toMatchObject([
      { kind: "budget_100", episode: "agent1:2026-11-23", period: "2026-11-23", agent_name: "Support" },
    ]);
  });
});

describe("a model without a listed price", () => {
  it("is not called under a budget, and is called without one", async () => {
    const config = await world.deps.configs.get("alice", "openai");
    if (config === undefined) throw new Error("Alice has a key");
    const { ciphertext, mask, key_fingerprint, temperature, max_tokens } = config;
    const row = { ciphertext, mask, key_fingerprint, temperature, max_tokens };
    await world.deps.configs.save("alice", "openai", { ...row, model_name: "gpt-unlisted" }, world.deps.now());
    await limit({ month: 1_000 });
    const held = await answer("unlisted");
    expect(held).toMatchObject({ state: "held", reason: "price_unknown" });
    await limit({ month: null });
    expect(await again(held)).toMatchObject({ state: "replied", answer: { cost_nano_usd: null } });

    // With the price that its owner gives it counts as any other.
    const owner_price = { model: "gpt-unlisted", usd_per_million_input: 30, usd_per_million_output: 60 };
    await world.deps.configs.patch("alice", "openai", { owner_price }, world.deps.now());
    const before = await spent();
    await limit({ month: before + 0.001 });
    expect(await answer("priced-low")).toMatchObject({ state: "held", reason: "monthly_budget" });
    await limit({ month: 1_000 });
    const priced = { cost_nano_usd: COST * 1e9, price: { source: "owner", priced_as: "gpt-unlisted" } };
    expect(await answer("priced")).toMatchObject({ state: "replied", answer: priced });
    expect(await spent()).toBeCloseTo(before + COST, 9);
    await world.deps.configs.save("alice", "openai", { ...row, model_name: "gpt-4" }, world.deps.now());
  });
});
