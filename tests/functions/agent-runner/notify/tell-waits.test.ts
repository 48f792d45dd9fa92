import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { work } from "../../../../functions/agent-runner/handler.ts";
import type { ReminderJob } from "../../../../shared/reminders/reminder-queue.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { arrive } from "../../../support/reasons/run-cases.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

const SETTINGS = { when: "daily", hour: 8, time_zone: "UTC", with_senders: false, saved_at: "" } as const;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  await world.deps.users.add({ user_id: "alice", email: "", name: "", created_at: "" });
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.deps.agents.remove("alice", "agent1");
  await world.deps.agents.add(someAgent());
  await world.deps.users.patch("alice", { reminders: SETTINGS });
});

/** Works the run's job as the queue's handler does. @returns what the notifier is told of it */
async function told(run: Run): Promise<ReminderJob[]> {
  const jobs: ReminderJob[] = [];
  // The queue hands such a message out only after some seconds, so that those of one moment are worked together.
  await workJob(run, { send: async (job) => void jobs.push(job) });
  return jobs;
}
async function workJob({ run_id }: Run, reminders: RunnerWorld["deps"]["reminders"]): Promise<void> {
  const lease = { holder: "job", deadline: later(120) };
  await work({ kind: "run", user_id: "alice", run_id }, lease, { ...world.deps, reminders });
}
const patchAgent = (changes: Parameters<RunnerWorld["deps"]["agents"]["patch"]>[2]) =>
  world.deps.agents.patch("alice", "agent1", changes, later(0));

test("a draft and a mail on hold are told of, with the time from which they wait", async () => {
  const waits = [{ kind: "waits", user_id: "alice", since: later(0).toISOString() }];
  await patchAgent({ mode: "draft" });
  expect(await told(await arrive(world))).toEqual(waits);
  await patchAgent({ is_active: false });
  expect(await told(await arrive(world))).toEqual(waits);
});

test("an answered mail, a skipped one and a test are not told of", async () => {
  expect(await told(await arrive(world))).toEqual([]);
  expect(await told(await arrive(world, { headers: ["Precedence: bulk"] }))).toEqual([]);
  await patchAgent({ provider: "gemini" });
  expect(await told(await arrive(world, { run: { is_test: true } }))).toEqual([]);
});

test("an owner who wants no such mail costs no message", async () => {
  await patchAgent({ is_active: false });
  await world.deps.users.patch("alice", { reminders: { ...SETTINGS, when: "off" } });
  expect(await told(await arrive(world))).toEqual([]);
});

test("a run does not fail because it could not be told of", async () => {
  await patchAgent({ is_active: false });
  const run = await arrive(world);
  await workJob(run, { send: async () => Promise.reject(new Error("down")) });
  expect(await world.deps.runs.get("alice", run.run_id)).toMatchObject({ state: "held" });
});
