import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { work } from "../../../functions/agent-runner/handler.ts";
import { job } from "../../../shared/runs/job-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { Secret } from "../../../shared/secret.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const KEY = "sk-test-alice-0123456789";
/** Mails come on 23 November 2026 at noon. */
const NEXT_DAY = new Date("2026-11-24T00:05:00.000Z");
const NEXT_MONTH = new Date("2026-12-01T00:05:00.000Z");
const ACCOUNT = { user_id: "alice", email: "alice@people.example", name: "Alice", created_at: later(0).toISOString() };

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
  await world.deps.agents.patch("alice", "agent1", { max_usd_per_day: null, max_mails_per_day: 1_000 }, later(0));
  await world.take(world.queueUrl);
});

const patchAgent = (changes: Parameters<RunnerWorld["deps"]["agents"]["patch"]>[2]) =>
  world.deps.agents.patch("alice", "agent1", changes, later(0));

/** Runs the sweeper's job for the run at this time. */
async function sweptAt(now: Date, run: Run, changed: Partial<RunnerWorld["deps"]> = {}): Promise<Run> {
  world.setClock(now);
  return world.work(run, changed);
}

const LIMITS = {
  daily_limit: {
    set: async () => {
      await world.work(await world.arrive("fills-the-day"));
      await patchAgent({ max_mails_per_day: 1 });
    },
    renewed: NEXT_DAY,
  },
  agent_daily_budget: { set: () => patchAgent({ max_usd_per_day: 0.000_001 }), renewed: NEXT_DAY },
  monthly_budget: {
    set: () => world.deps.users.patch("alice", { monthly_budget_usd: 0.000_001 }),
    renewed: NEXT_MONTH,
  },
} as const;

it.each(Object.entries(LIMITS))(
  "a mail that %s holds is tried when that period renews, and not before",
  async (reason, { set, renewed }) => {
    await set();
    const held = await world.work(await world.arrive(`renews-${reason.replaceAll("_", "-")}`));
    const begins = `${renewed.toISOString().slice(0, 10)}T00:00:30.000Z`;
    expect(held).toMatchObject({ state: "held", reason });
    expect(Date.parse(held.next_check_at ?? "") - Date.parse(begins)).toBeLessThanOrEqual(30_000);
    expect(held.next_check_at?.slice(0, 10)).toBe(begins.slice(0, 10));
    const early = new Date(Date.parse(begins) - 60_000);
    expect(await sweptAt(early, held)).toMatchObject({ state: "held", version: held.version });

    if (reason !== "daily_limit") {
      // It still has no room: it waits for the next day or month.
      const again = await sweptAt(renewed, held);
      expect(again).toMatchObject({ state: "held", reason });
      expect(again.next_check_at?.slice(0, 10)).toBe(reason === "monthly_budget" ? "2027-01-01" : "2026-11-25");
      return;
    }
    expect(await sweptAt(renewed, held)).toMatchObject({ state: "replied", released: true, renewed: true });
  },
);

it("a mail above the month's free answers continues in the next month, eight days old", async () => {
  await world.deps.configs.remove("alice", "openai");
  await world.deps.users.setAddress("alice", ACCOUNT.email, later(0));
  const open = async () => ({ key: new Secret("sk-team-0123456789"), fingerprint: "team" });
  const platform = { provider: "openai", model: "gpt-4o-mini", mailsPerMonth: 1, open } as const;
  await world.work(await world.arrive("free-1"), { platform });
  const held = await world.work(await world.arrive("free-2"), { platform });
  expect(held).toMatchObject({ state: "held", reason: "free_mails_used" });
  expect(await sweptAt(NEXT_MONTH, held, { platform })).toMatchObject({ state: "replied" });
});

it("a mail that a month's budget held is answered in the next month, and one that is 36 days old is not", async () => {
  await LIMITS.monthly_budget.set();
  const held = await world.work(await world.arrive("waits"));
  const old = await world.work(await world.arrive("waits-too-long"));
  await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
  expect(await sweptAt(NEXT_MONTH, held)).toMatchObject({ state: "replied" });
  expect(await sweptAt(later(36 * 86_400), old)).toMatchObject({ state: "held", reason: "too_old" });
});

it("a dropped mail is not requeued, and a reopened one is not requeued again", async () => {
  await patchAgent({ max_usd_per_day: 0.000_001 });
  const dropped = await world.work(await world.arrive("dropped"));
  const event = await world.deps.runs.apply(dropped, { type: "drop" }, later(60));
  expect(event?.next_check_at).toBeUndefined();
  await patchAgent({ max_usd_per_day: null });
  expect(await sweptAt(NEXT_DAY, dropped)).toMatchObject({ state: "skipped", reason: "dropped" });
});

it("the limits per correspondent apply to a requeued mail", async () => {
  await patchAgent({ max_usd_per_day: 0.000_001 });
  const held = await world.work(await world.arrive("blocked-since"));
  await patchAgent({ max_usd_per_day: null });
  await world.deps.correspondents.blocked.add("alice", "agent1", {
    address: held.from,
    reason: "bounced",
    run_id: held.run_id,
    blocked_at: later(60).toISOString(),
  });
  expect(await sweptAt(NEXT_DAY, held)).toMatchObject({ state: "held", reason: "correspondent_blocked" });
});

it("a raised limit does not wait for the day to end", async () => {
  await patchAgent({ max_usd_per_day: 0.000_001 });
  const held = await world.work(await world.arrive("raised"));
  await patchAgent({ max_usd_per_day: 1_000 });
  await world.deps.jobs.requeueHeld("alice", { resolved: "limits" });
  for (let bodies = await world.take(world.queueUrl); bodies.length > 0; bodies = await world.take(world.queueUrl)) {
    const deadline = new Date(world.deps.now().getTime() + 120_000);
    for (const body of bodies) await work(job.parse(body), { holder: "test", deadline }, world.deps);
  }
  expect(await world.deps.runs.get("alice", held.run_id)).toMatchObject({ state: "replied", released: true });
});
