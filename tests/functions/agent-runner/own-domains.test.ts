import { afterAll, beforeAll, expect, test } from "vitest";
import { requeueHeld } from "../../../functions/agent-runner/jobs/requeue-held.ts";
import { domainRow } from "../../../shared/domains/domain.ts";
import { HolderStore } from "../../../shared/domains/holder-store.ts";
import { someAgent } from "../../support/agents.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const ADDRESS = "support@bakery.example";
const at = later(0).toISOString();

let world: RunnerWorld;
let holders: HolderStore;
beforeAll(async () => {
  world = await startRunnerWorld();
  holders = new HolderStore(world.db, "holders");
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.deps.agents.add(someAgent({ address: ADDRESS }));
});
afterAll(() => world.stop());

function claim(user_id: string, can_send: boolean) {
  const given = { user_id, domain: "bakery.example", claim_id: `of-${user_id}`, token: "t", state: "proven", can_send };
  return domainRow.parse({ ...given, created_at: at, next_check_at: at });
}

async function hold(user_id: string, can_send: boolean): Promise<void> {
  const before = await holders.get("bakery.example");
  await holders.take(claim(user_id, can_send), before, later(0));
  await holders.update(claim(user_id, can_send), later(0));
}

test("an answer leaves from the own domain that its owner holds and SES signs for", async () => {
  await hold("alice", true);
  expect(await world.work(await world.arrive("held"))).toMatchObject({ state: "replied" });
});

test("nothing is asked or sent while SES does not sign, the proof is lost, or another owner holds the domain", async () => {
  const { calls } = world.provider;
  await hold("alice", false);
  expect(await world.work(await world.arrive("unsigned"))).toMatchObject({ state: "held", reason: "domain_unproven" });
  await hold("alice", true);
  await holders.update({ ...claim("alice", true), state: "lost" }, later(0));
  expect(await world.work(await world.arrive("lost"))).toMatchObject({ state: "held", reason: "domain_unproven" });
  await hold("bob", true);
  expect(await world.work(await world.arrive("taken"))).toMatchObject({ state: "held", reason: "domain_unproven" });
  await holders.release(claim("bob", true));
  expect(await world.work(await world.arrive("gone"))).toMatchObject({ state: "held", reason: "domain_unproven" });
  expect(world.provider.calls).toBe(calls);
});

test("mails that were held for the domain go back to work once it is proven", async () => {
  await hold("alice", true);
  await world.take(world.queueUrl);
  await requeueHeld({ kind: "release", user_id: "alice", mended: "domain" }, world.deps);
  const jobs = await world.take(world.queueUrl);
  expect(jobs).toHaveLength(4);
});
