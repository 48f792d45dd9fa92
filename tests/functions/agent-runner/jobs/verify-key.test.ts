import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { work } from "../../../../functions/agent-runner/handler.ts";
import { fingerprint } from "../../../../shared/ai-configs/mask.ts";
import { job } from "../../../../shared/runs/job-queue.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { openai } from "../../../support/providers/fault-bodies.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

const HOUR = 3_600;
const KEY = "sk-test-alice-0123456789";
const REJECTED = openai(401, "invalid_request_error", "invalid_api_key");
const hold = () => ({ holder: "test", deadline: new Date(world.deps.now().getTime() + 120_000) });

// Each case is many calls over real sockets.
let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.storeKey("openai", KEY, "gpt-4", later(0));
  await Promise.all([world.take(world.queueUrl), world.take(world.noticesUrl)]);
});

const stored = () => world.deps.configs.get("alice", "openai");
const runOf = (run: Run) => world.deps.runs.get("alice", run.run_id);

/** Works what stands in the queue, and what that sends, until nothing is left that is due. */
async function workAll(): Promise<void> {
  for (;;) {
    const jobs = (await world.take(world.queueUrl)).map((body) => job.parse(body));
    if (jobs.length === 0) return;
    for (const each of jobs) await work(each, hold(), world.deps);
  }
}

describe("mails that were held because the key failed", () => {
  it("are requeued, each once, when a key is stored that may work", async () => {
    world.provider.say(REJECTED);
    const held = [await world.work(await world.arrive("first")), await world.work(await world.arrive("second"))];
    expect(held).toMatchObject([
      { state: "held", reason: "key_rejected" },
      { state: "held", reason: "key_rejected" },
    ]);
    world.provider.say(PROVIDER_ANSWERS);
    await world.storeKey("openai", "sk-test-alice-new-0123456789", "gpt-4", later(60));
    world.setClock(later(61));
    await Promise.all([world.deps.jobs.requeueHeld("alice"), world.deps.jobs.requeueHeld("alice")]);
    await workAll();
    for (const run of held) expect(await runOf(run)).toMatchObject({ state: "replied", released: true });
    expect(world.provider.calls).toBe(2);
  });

  it("stay on hold while their key is still refused", async () => {
    world.provider.say(REJECTED);
    const held = await world.work(await world.arrive("still-refused"));
    world.setClock(later(60));
    await world.deps.jobs.requeueHeld("alice");
    await workAll();
    expect(await runOf(held)).toMatchObject({ state: "held", version: held.version });
    expect(world.provider.calls).toBe(1);
  });

  it("stay on hold when they are older than 48 hours, even if the job was sent in time", async () => {
    world.provider.say(REJECTED);
    const old = await world.work(await world.arrive("old"));
    await world.storeKey("openai", KEY, "gpt-4", later(60));
    world.setClock(later(49 * HOUR));
    await world.deps.jobs.requeueHeld("alice");
    await workAll();
    expect(await runOf(old)).toMatchObject({ state: "held", reason: "key_rejected" });

    world.setClock(later(47 * HOUR));
    await world.deps.jobs.requeueHeld("alice");
    const [body] = await world.take(world.queueUrl);
    await work(job.parse(body), hold(), world.deps);
    world.setClock(later(49 * HOUR));
    await workAll();
    expect(await runOf(old)).toMatchObject({ state: "held", reason: "too_old" });
  });

  it("are read page by page, by one job after the other", async () => {
    world.provider.say(REJECTED);
    const runs: Run[] = [];
    for (let i = 0; i < 5; i += 1) runs.push(await world.work(await world.arrive(`page-${i}`)));
    const first = await world.deps.runs.listHeldSince({ userId: "alice", since: later(-60), limit: 3 });
    expect(first.after).toBeDefined();
    const seen = [...first.runs];
    for (let after = first.after; after !== undefined; ) {
      const page = await world.deps.runs.listHeldSince({ userId: "alice", since: later(-60), after, limit: 3 });
      seen.push(...page.runs);
      after = page.after;
    }
    const ids = seen.map(({ run_id }) => run_id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(runs.map(({ run_id }) => run_id)));
  });
});

describe("a check of the stored key", () => {
  it("writes down what the provider says, and releases what was held when it says yes", async () => {
    world.provider.say(REJECTED);
    const held = await world.work(await world.arrive("verified"));
    expect(await stored()).toMatchObject({ status: "rejected" });
    world.provider.say(PROVIDER_ANSWERS);
    world.provider.sayAt("/v1/models/gpt-4", { status: 200, body: { id: "gpt-4", object: "model" } });
    world.provider.sayAt("/v1/moderations", { status: 200, body: {} });
    world.setClock(later(60));
    await world.deps.jobs.verifyKey("alice", "openai");
    await workAll();
    expect(await stored()).toMatchObject({ status: "active" });
    expect(await runOf(held)).toMatchObject({ state: "replied" });
  });

  it.each([
    ["rejected", REJECTED],
    ["no_credit", openai(429, "insufficient_quota", "insufficient_quota")],
    ["model_unavailable", openai(404, "invalid_request_error", "model_not_found")],
    ["unverified", openai(503, "server_error", null)],
  ])("makes the row %s, and does not count as a use of the key", async (status, says) => {
    world.provider.say(says);
    world.setClock(later(5));
    await world.deps.jobs.verifyKey("alice", "openai");
    await workAll();
    const row = await stored();
    expect(row).toMatchObject({ status, checked_at: later(5).toISOString() });
    expect(row?.last_used_at).toBeUndefined();
    const told = status === "rejected" || status === "no_credit" ? 1 : 0;
    expect(await world.take(world.noticesUrl)).toHaveLength(told);
  });

  it("says nothing against a key that works while the provider is down, and does nothing for a row that is gone", async () => {
    await world.work(await world.arrive("works"));
    expect(await stored()).toMatchObject({ status: "active" });
    world.provider.say(openai(503, "server_error", null));
    await world.deps.jobs.verifyKey("alice", "openai");
    await world.deps.jobs.verifyKey("alice", "gemini");
    await workAll();
    expect(await stored()).toMatchObject({ status: "active" });
  });
});

describe("the owner is told", () => {
  it("once that a key has failed, whatever number of mails meets it", async () => {
    world.provider.say(REJECTED);
    await world.work(await world.arrive("told-1"));
    await world.work(await world.arrive("told-2"));
    // An hour later the key is asked again; it is still the same failure.
    const third = await world.arrive("told-3");
    world.setClock(later(2 * HOUR));
    await world.work(third);
    const episode = `${fingerprint(KEY)}:rejected:2026-11-23`;
    expect(await world.take(world.noticesUrl)).toEqual([
      { kind: "key_failed", user_id: "alice", provider: "openai", status: "rejected", episode },
    ]);
  });

  it("30 and 7 days before the model of a key ends, by a mail or a check, and not before, between or after", async () => {
    const told = async () => (await world.take(world.noticesUrl)).map((notice) => Object(notice).episode);
    await world.storeKey("openai", KEY, "o3", later(0));
    await world.work(await world.arrive("ends"));
    const about = { kind: "model_ends", user_id: "alice", provider: "openai", model: "o3" };
    const end = { ends_on: "2026-12-11", successor: "gpt-5.6-sol" };
    expect(await world.take(world.noticesUrl)).toEqual([{ ...about, ...end, episode: "openai:o3:2026-12-11:30" }]);
    const checkedAt = async (time: string) => {
      world.setClock(new Date(time));
      await world.deps.jobs.verifyKey("alice", "openai");
      await workAll();
      return told();
    };
    expect(await checkedAt("2026-11-10T23:59:00Z")).toEqual([]);
    expect(await checkedAt("2026-12-03T23:59:00Z")).toEqual(["openai:o3:2026-12-11:30"]);
    expect(await checkedAt("2026-12-04T00:00:00Z")).toEqual(["openai:o3:2026-12-11:7"]);
    expect(await checkedAt("2026-12-11T00:00:00Z")).toEqual([]);
  });

  it("of the end that the provider itself names, and of none for a model without one", async () => {
    await world.storeKey("openai", KEY, "gpt-6-luna", later(0));
    await world.work(await world.arrive("no-end"));
    expect(await world.take(world.noticesUrl)).toEqual([]);
    const model = { id: "gpt-6-luna", object: "model", shutdown_date: "2026-11-28" };
    world.provider.sayAt("/v1/models/gpt-6-luna", { status: 200, body: model });
    await world.deps.jobs.verifyKey("alice", "openai");
    await workAll();
    expect(await stored()).toMatchObject({ model_ends_on: "2026-11-28" });
    expect(await world.take(world.noticesUrl)).toMatchObject([{ kind: "model_ends", ends_on: "2026-11-28" }]);
  });

  it("of an outage that has lasted for an hour, as one episode, and of no shorter one", async () => {
    world.provider.say(openai(503, "server_error", null));
    let run = await world.work(await world.arrive("outage"));
    const [first] = run.timeline.filter(({ event }) => event === "wait:provider_down");
    const told: unknown[] = [];
    while (world.deps.now() < later(2 * HOUR)) {
      const at = new Date(run.next_check_at ?? 0);
      world.setClock(at);
      run = await world.work(run);
      const notices = await world.take(world.noticesUrl);
      if (at.getTime() - Date.parse(first?.at ?? "") <= HOUR * 1000) expect(notices).toEqual([]);
      told.push(...notices);
    }
    expect(told.length).toBeGreaterThan(3);
    expect(told[0]).toMatchObject({ kind: "outage", user_id: "alice", provider: "openai" });
    expect(Object(told[0]).since).toBe(first?.at);
    expect(new Set(told.map((notice) => JSON.stringify(Object(notice).episode))).size).toBe(1);
  });
});

describe("a key that is deleted while a mail is being answered", () => {
  it("leaves the mail answered once, and no row behind", async () => {
    const arrived = await world.arrive("deleted-amid");
    world.provider.meanwhile(() => world.deps.configs.remove("alice", "openai"));
    expect(await world.work(arrived)).toMatchObject({ state: "replied" });
    expect(world.provider.calls).toBe(1);
    expect(await stored()).toBeUndefined();
    expect(await world.work(await world.arrive("after-deletion"))).toMatchObject({
      state: "held",
      reason: "no_ai_config",
    });
  });
});
