import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { work } from "../../../functions/agent-runner/handler.ts";
import { job } from "../../../shared/runs/job-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { openai } from "../../support/providers/fault-bodies.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const KEY = "sk-test-alice-0123456789";
const SETTINGS = { resolved: "settings" } as const;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  const account = {
    user_id: "alice",
    email: "alice@people.example",
    name: "Alice",
    created_at: later(0).toISOString(),
  };
  await world.deps.users.add(account);
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.storeKey("openai", KEY, "gpt-4", later(0));
  await world.deps.users.patch("alice", { monthly_budget_usd: null });
  await world.take(world.queueUrl);
});

const patch = (changes: Parameters<RunnerWorld["deps"]["configs"]["patch"]>[2]) =>
  world.deps.configs.patch("alice", "openai", changes, later(1));
const runOf = (run: Run) => world.deps.runs.get("alice", run.run_id);

async function workAll(): Promise<void> {
  for (;;) {
    const jobs = (await world.take(world.queueUrl)).map((body) => job.parse(body));
    if (jobs.length === 0) return;
    const deadline = new Date(world.deps.now().getTime() + 120_000);
    for (const each of jobs) await work(each, { holder: "test", deadline }, world.deps);
  }
}

it.each([
  ["bad_call", openai(400, "invalid_request_error", "unsupported_value"), { temperature: 1 }],
  ["too_long", openai(400, "invalid_request_error", "context_length_exceeded"), { max_tokens: 100 }],
  ["model_unavailable", openai(404, "invalid_request_error", "model_not_found"), { model_name: "gpt-4o" }],
])("a mail that was held as %s is requeued when the settings change", async (reason, says, changes) => {
  world.provider.say(says);
  const run = await world.work(await world.arrive(`settings-${reason.replaceAll("_", "-")}`));
  expect(run).toMatchObject({ state: "held", reason });
  world.provider.say(PROVIDER_ANSWERS);
  await patch({ ...changes, ...(reason === "model_unavailable" && { status: "unverified" }) });
  await world.deps.jobs.requeueHeld("alice", SETTINGS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "replied", released: true });
});

it.each([
  ["price_unknown", "gpt-unlisted", 1_000, { model_name: "gpt-4o" }],
  ["monthly_budget", "gpt-4", 0.01, { model_name: "gpt-4o-mini" }],
])(
  "a mail that was held as %s is requeued for a model that fits the budget",
  async (reason, model, budget, changes) => {
    await world.storeKey("openai", KEY, model, later(0));
    await world.deps.users.patch("alice", { monthly_budget_usd: budget });
    const run = await world.work(await world.arrive(`room-${reason.replaceAll("_", "-")}`));
    expect(run).toMatchObject({ state: "held", reason });
    await patch(changes);
    await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
    await world.deps.jobs.requeueHeld("alice", SETTINGS);
    await workAll();
    expect(await runOf(run)).toMatchObject({ state: "replied" });
  },
);

it("changed settings do not requeue a mail that the key holds", async () => {
  world.provider.say(openai(401, "invalid_request_error", "invalid_api_key"));
  const run = await world.work(await world.arrive("of-the-key"));
  await patch({ status: "active", temperature: 1 });
  await world.deps.jobs.requeueHeld("alice", SETTINGS);
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "held", reason: "key_rejected", version: run.version });
});

it("after a check without a clear answer, a mail tries the newly chosen model", async () => {
  world.provider.say(openai(404, "invalid_request_error", "model_not_found"));
  const run = await world.work(await world.arrive("restricted"));
  await patch({ model_name: "gpt-4o", status: "unverified" });
  world.provider.say(PROVIDER_ANSWERS);
  world.provider.sayAt("/v1/models/", openai(503, "server_error", null));
  world.provider.sayAt("/v1/moderations", openai(503, "server_error", null));
  await world.deps.jobs.verifyKey("alice", "openai");
  await workAll();
  expect(await runOf(run)).toMatchObject({ state: "replied" });
});
