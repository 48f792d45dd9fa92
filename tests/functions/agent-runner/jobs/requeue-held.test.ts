import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { work } from "../../../../functions/agent-runner/handler.ts";
import { job } from "../../../../shared/runs/job-queue.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { Secret } from "../../../../shared/secret.ts";
import { someAgent } from "../../../support/agents.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

// tests/stack/key-jobs.test.ts tests the mails that a working key requeues.

const ACCOUNT = { user_id: "alice", email: "alice@people.example", name: "Alice", created_at: later(0).toISOString() };
const KEY = "sk-test-alice-0123456789";
const LIMITS = { resolved: "limits" } as const;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  await world.deps.users.add(ACCOUNT);
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.storeKey("openai", KEY, "gpt-4", later(0));
  await world.deps.users.patch("alice", { monthly_budget_usd: null });
  await setAgent({ is_active: true, max_usd_per_day: null, max_mails_per_day: 1_000 });
  await world.take(world.queueUrl);
});

const setAgent = (changes: Parameters<RunnerWorld["deps"]["agents"]["patch"]>[2]) =>
  world.deps.agents.patch("alice", "agent1", changes, later(0));
const held = async (name: string): Promise<Run> => world.work(await world.arrive(name));
const runOf = (run: Run) => world.deps.runs.get("alice", run.run_id);

/** Works what stands in the queue, and what that sends, until nothing is left. */
async function workAll(changed: Partial<RunnerWorld["deps"]> = {}): Promise<void> {
  for (;;) {
    const jobs = (await world.take(world.queueUrl)).map((body) => job.parse(body));
    if (jobs.length === 0) return;
    const deadline = new Date(world.deps.now().getTime() + 120_000);
    for (const each of jobs) await work(each, { holder: "test", deadline }, { ...world.deps, ...changed });
  }
}

it.each([
  ["monthly_budget", () => world.deps.users.patch("alice", { monthly_budget_usd: 0.000_001 })],
  ["agent_daily_budget", () => setAgent({ max_usd_per_day: 0.000_001 })],
])("a mail that was held as %s is requeued, and is held again if there is still no room", async (reason, tighten) => {
  await tighten();
  const run = await held(reason.replaceAll("_", "-"));
  expect(run).toMatchObject({ state: "held", reason });
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "held", reason });
  expect(world.provider.calls).toBe(0);

  await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
  await setAgent({ max_usd_per_day: 1_000 });
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "replied", released: true });
  expect(world.provider.calls).toBe(1);
});

it("mails that an agent's daily limit held are requeued up to the new limit", async () => {
  const day = await world.usageOf("2026-11-23");
  const answered = Number(day["m:agent1"] ?? 0);
  await setAgent({ max_mails_per_day: answered + 1 });
  expect(await held("day-room")).toMatchObject({ state: "replied" });
  const runs = [await held("day-1"), await held("day-2"), await held("day-3")];
  for (const run of runs) expect(run).toMatchObject({ state: "held", reason: "daily_limit" });
  await setAgent({ max_mails_per_day: answered + 3 });
  await world.deps.jobs.requeueHeld("alice", { ...LIMITS, agent_id: "agent1" });
  await workAll();
  const states = (await Promise.all(runs.map(runOf))).map((run) => run?.state);
  expect(states.toSorted()).toEqual(["held", "replied", "replied"]);
});

it("raising an agent's limit requeues neither another agent's mails nor mails with another cause", async () => {
  await world.deps.agents.add(someAgent({ agent_id: "agent2", address: "other@agents.example" }));
  await setAgent({ max_usd_per_day: 0.000_001 });
  const budget = await held("of-agent1");
  await setAgent({ is_active: false });
  const paused = await held("paused");
  expect(paused).toMatchObject({ state: "held", reason: "agent_paused" });
  await setAgent({ is_active: true, max_usd_per_day: 1_000 });

  await world.deps.jobs.requeueHeld("alice", { ...LIMITS, agent_id: "agent2" });
  await world.deps.jobs.requeueHeld("alice");
  await workAll();
  expect(await runOf(budget)).toMatchObject({ state: "held", version: budget.version });
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(budget)).toMatchObject({ state: "replied" });
  // Its owner had switched the agent off: what came meanwhile waits for their word.
  expect(await runOf(paused)).toMatchObject({ state: "held", version: paused.version });
});

it("nothing is requeued for an agent that is off, or while its key is refused", async () => {
  await setAgent({ max_usd_per_day: 0.000_001 });
  const run = await held("still-off");
  await setAgent({ is_active: false, max_usd_per_day: 1_000 });
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "held", version: run.version });
  await setAgent({ is_active: true });
  const config = await world.deps.configs.get("alice", "openai");
  if (config) await world.deps.configs.markUsed(config, "rejected", later(1));
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "held", version: run.version });
});

it("a mail for a model without a listed price is requeued when the budget is removed", async () => {
  await world.storeKey("openai", KEY, "gpt-unlisted", later(0));
  await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
  const run = await held("unlisted");
  expect(run).toMatchObject({ state: "held", reason: "price_unknown" });
  await world.deps.users.patch("alice", { monthly_budget_usd: null });
  await world.deps.jobs.requeueHeld("alice", LIMITS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "replied", answer: { cost_nano_usd: null } });
});

it("a mail for an owner without a key is requeued once the address is confirmed, because the platform's key may answer then", async () => {
  await world.deps.configs.remove("alice", "openai");
  const open = async () => ({ key: new Secret("sk-team-0123456789"), fingerprint: "team" });
  const platform = { provider: "openai", model: "gpt-4o-mini", mailsPerMonth: 10, open } as const;
  const run = await world.work(await world.arrive("no-key"), { platform });
  expect(run).toMatchObject({ state: "held", reason: "no_ai_config" });
  await world.deps.jobs.requeueHeld("alice");
  await workAll({ platform });
  expect(await runOf(run)).toMatchObject({ state: "held", version: run.version });
  await world.deps.users.setAddress("alice", ACCOUNT.email, later(1));
  await world.deps.jobs.requeueHeld("alice");
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "held", version: run.version });
  await world.deps.jobs.requeueHeld("alice");
  await workAll({ platform });
  expect(await runOf(run)).toMatchObject({ state: "replied", payer: { paid_by: "platform" } });
});
