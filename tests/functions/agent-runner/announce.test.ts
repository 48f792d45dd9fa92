import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { work } from "../../../functions/agent-runner/handler.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { webhookJob } from "../../../shared/webhooks/webhook-job.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { RECEIVED_AT } from "../../support/runs.ts";
import { someEndpoint } from "../../support/webhooks.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  vi.restoreAllMocks();
  await world.take(world.webhooks.queueUrl);
  await world.webhooks.endpoints.add(someEndpoint({ created_at: "2026-01-01T00:00:00.000Z" }));
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});

/** Works the run's job, as an invocation does. */
async function job({ user_id, run_id }: Run): Promise<void> {
  const now = world.deps.now();
  const lease = { holder: `job at ${now.toISOString()}`, deadline: new Date(now.getTime() + 300_000) };
  await work({ kind: "run", user_id, run_id }, lease, world.deps);
}

const announced = z.array(webhookJob);
async function events() {
  const jobs = announced.parse(await world.take(world.webhooks.queueUrl));
  return jobs.flatMap((each) => (each.kind === "announced" ? each.events : []));
}

test("a reply is announced at the end of its job", async () => {
  const run = await world.arrive("plain");
  await job(run);
  expect((await events()).map(({ payload }) => payload.type)).toEqual(["run.replied"]);
});

test("a job that died before it announced is delivered again, and announces then, paying and sending nothing", async () => {
  const run = await world.arrive("dies");
  vi.spyOn(world.deps.announcer, "outcomes").mockRejectedValueOnce(new Error("The process ended"));
  await expect(job(run)).rejects.toThrow("The process ended");
  expect(await events()).toEqual([]);
  const [calls, mails] = [world.provider.calls, world.ses.calls];
  await job(run);
  const [first] = await events();
  expect(first?.payload).toMatchObject({ type: "run.replied", data: { run_id: run.run_id } });
  // One more job finds the same event again, under the same id.
  await job(run);
  expect((await events()).map(({ id }) => id)).toEqual([first?.id]);
  expect([world.provider.calls, world.ses.calls]).toEqual([calls, mails]);
});

test("an outcome that was never announced is announced with the next one, though its owner has moved the run on", async () => {
  const run = await world.arrive("moved");
  world.provider.say({ status: 400, body: {} });
  vi.spyOn(world.deps.announcer, "outcomes").mockRejectedValueOnce(new Error("The process ended"));
  await expect(job(run)).rejects.toThrow("The process ended");
  const held = await world.deps.runs.get(run.user_id, run.run_id);
  if (held === undefined) throw new Error("A run does not vanish");
  expect(held.state).toBe("held");
  await world.deps.runs.apply(held, { type: "reopen" }, world.deps.now());
  world.provider.say(PROVIDER_ANSWERS);
  await job(run);
  expect((await events()).map(({ payload }) => payload.type)).toEqual(["run.held", "run.replied"]);
});

test("a key that its provider rejects is announced before that is recorded, and holds no key", async () => {
  const run = await world.arrive("rejected");
  world.provider.say({ status: 401, body: { error: { code: "invalid_api_key" } } });
  vi.spyOn(world.deps.configs, "markUsed").mockRejectedValueOnce(new Error("The process ended"));
  await job(run);
  const all = await events();
  expect(all.map(({ payload }) => payload.type)).toEqual(["config.rejected", "run.held"]);
  expect(all[0]?.payload.data).toEqual({ provider: "openai", status: "rejected", link: "/keys" });
});

test("an owner without webhooks costs one query for an outcome, and no message", async () => {
  await world.webhooks.endpoints.remove("alice", "hook1");
  const run = await world.arrive("none");
  await job(run);
  expect(await world.take(world.webhooks.queueUrl)).toEqual([]);
  expect((await world.deps.runs.get(run.user_id, run.run_id))?.received_at).toBe(RECEIVED_AT);
});
