import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { arrive } from "../../../support/reasons/run-cases.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later, RECEIVED_AT } from "../../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  const { agents, users } = world.deps;
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await agents.remove("alice", "agent1");
  await agents.add(someAgent({ draft_first_mails: true, max_replies_per_domain_per_hour: 600 }));
  await users.add({ user_id: "alice", email: "", name: "", created_at: "" });
});

const mailOf = async (address: string, run: Partial<Run> = {}) =>
  world.work(await arrive(world, { from: `Carol <${address}>`, run: { envelope_from: address, ...run } }));
const FIRST = { state: "drafted", draft_reason: "first_mail" };

async function approve(draft: Run): Promise<Run> {
  const approved = await world.deps.runs.apply(draft, { type: "approve" }, later(60));
  world.setClock(later(61));
  return world.work(approved ?? draft);
}

test("the answer to a new sender waits with its reason, until its owner has sent one", async () => {
  const draft = await mailOf("new@x.example");
  expect(draft).toMatchObject(FIRST);
  expect(await mailOf("new@x.example")).toMatchObject(FIRST);
  expect(await approve(draft)).toMatchObject({ state: "replied" });
  const third = await mailOf("New+shop@X.example");
  expect(third).toMatchObject({ state: "replied" });
  expect(third.draft_reason).toBeUndefined();
  expect(await mailOf("other@x.example")).toMatchObject(FIRST);
});

test("a draft that its owner drops leaves its sender new", async () => {
  const draft = await mailOf("dropped@x.example");
  await world.deps.runs.apply(draft, { type: "drop" }, later(60));
  expect(await mailOf("dropped@x.example")).toMatchObject(FIRST);
});

test("whom the agent answered before its owner turned this on is known", async () => {
  await world.deps.agents.patch("alice", "agent1", { draft_first_mails: false }, later(0));
  expect(await mailOf("old@x.example")).toMatchObject({ state: "replied" });
  await world.deps.agents.patch("alice", "agent1", { draft_first_mails: true }, later(0));
  expect(await mailOf("old@x.example")).toMatchObject({ state: "replied" });
  // Whoever writes another's address into the name is not that person.
  expect(await mailOf("mallory@x.example", { from: '"old@x.example" <mallory@x.example>' })).toMatchObject(FIRST);
});

test("an answer of a year and more ago does not count", async () => {
  await world.deps.answered.add("alice", "agent1", "rare@x.example", new Date("2025-10-01T00:00:00Z"));
  expect(await mailOf("rare@x.example")).toMatchObject(FIRST);
  await world.deps.answered.add("alice", "agent1", "rare@x.example", new Date(RECEIVED_AT));
  expect(await mailOf("rare@x.example")).toMatchObject({ state: "replied" });
});

test("an agent that drafts every answer names no reason, and a test mail is shown at once", async () => {
  await world.deps.agents.patch("alice", "agent1", { mode: "draft" }, later(0));
  const draft = await mailOf("any@x.example");
  expect(draft).toMatchObject({ state: "drafted" });
  expect(draft.draft_reason).toBeUndefined();
  await world.deps.agents.patch("alice", "agent1", { mode: "auto_reply" }, later(0));
  expect(await mailOf("me@x.example", { is_test: true })).toMatchObject({ state: "observed" });
});

test("a new answer to the draft keeps the reason", async () => {
  const draft = await mailOf("again@x.example");
  const again = await world.deps.runs.apply(draft, { type: "regenerate" }, later(60));
  world.setClock(later(61));
  expect(await world.work(again ?? draft)).toMatchObject(FIRST);
});

test("a reply is not lost because its receiver could not be remembered", async () => {
  await world.deps.answered.add("alice", "agent1", "known@x.example", later(0));
  const run = await arrive(world, { from: "known@x.example", run: { envelope_from: "known@x.example" } });
  const { answered } = world.deps;
  const failing = Object.assign(Object.create(answered), {
    has: answered.has.bind(answered),
    add: async () => Promise.reject(new Error("down")),
  });
  expect(await world.work(run, { answered: failing })).toMatchObject({ state: "replied" });
});
