import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { DenyList } from "../../../../shared/senders/deny-list.ts";
import { someAgent } from "../../../support/agents.ts";
import { arrive } from "../../../support/reasons/run-cases.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

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
  await agents.add(someAgent({ denies_senders: true }));
  await new DenyList(world.db, "denied-senders").removeAll("alice", "agent1");
  await users.add({ user_id: "alice", email: "", name: "", created_at: "" });
});

const deny = (...patterns: string[]) =>
  new DenyList(world.db, "denied-senders").add("alice", "agent1", patterns, later(0));
const DENIED = { state: "skipped", reason: "denied_sender" };

test("a denied sender's mail is passed over, and its owner sees it; no provider is asked", async () => {
  await deny("spam.example");
  const calls = world.provider.calls;
  const run = await world.work(await arrive(world, { from: "Carol <carol@mail.spam.example>" }));
  expect(run).toMatchObject({ ...DENIED, calls_lost: 0, text: expect.any(String) });
  expect(world.provider.calls).toBe(calls);
});

test("deny wins over allow", async () => {
  await world.deps.agents.patch("alice", "agent1", { answer_only: ["carol@x.example"] }, later(0));
  await deny("carol@x.example");
  expect(await world.work(await arrive(world, { from: "carol@x.example" }))).toMatchObject(DENIED);
});

test("a denied address that nothing proves is denied too, and does not wait for its owner", async () => {
  await deny("carol@x.example");
  const verdicts = { spam: "PASS", virus: "PASS", spf: "FAIL", dkim: "GRAY", dmarc: "GRAY" } as const;
  expect(await world.work(await arrive(world, { from: "carol@x.example", run: { verdicts } }))).toMatchObject(DENIED);
});

test("who is denied gets no answer by Reply-To either", async () => {
  await world.deps.agents.patch("alice", "agent1", { form_domains: ["forms.example"] }, later(0));
  await deny("carol@x.example");
  const mail = { from: "forms@forms.example", headers: ["Reply-To: carol@x.example"] };
  expect(await world.work(await arrive(world, mail))).toMatchObject(DENIED);
});

test("an owner may have one mail of a denied sender answered, and the sender stays denied", async () => {
  await deny("carol@x.example");
  const run = await world.work(await arrive(world, { from: "carol@x.example" }));
  const reopened = await world.deps.runs.apply(run, { type: "reopen" }, later(60));
  world.setClock(later(61));
  expect(await world.work(reopened ?? run)).toMatchObject({ state: "replied" });
  expect(await world.work(await arrive(world, { from: "carol@x.example" }))).toMatchObject(DENIED);
});

test("a test mail of the owner is answered, whomever the agent denies", async () => {
  await deny("people.example");
  const run = { envelope_from: "alice@people.example", is_test: true };
  expect(await world.work(await arrive(world, { from: "alice@people.example", run }))).toMatchObject({
    state: "observed",
  });
});

test("a digest does not keep what a denied sender writes", async () => {
  await world.deps.agents.remove("alice", "agent1");
  await world.deps.agents.add(someAgent({ type: "email_digest", denies_senders: true }));
  await deny("spam.example");
  expect(await world.work(await arrive(world, { from: "x@spam.example" }))).toMatchObject(DENIED);
});

test("an agent without a list is not looked up", async () => {
  await world.deps.agents.patch("alice", "agent1", { denies_senders: false }, later(0));
  await deny("carol@x.example");
  expect(await world.work(await arrive(world, { from: "carol@x.example" }))).toMatchObject({ state: "replied" });
});
