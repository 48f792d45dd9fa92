import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { work } from "../../../functions/agent-runner/handler.ts";
import { job } from "../../../shared/runs/job-queue.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { anthropic, gemini, openai } from "../../support/providers/fault-bodies.ts";
import type { Fault } from "../../support/providers/fault-server.ts";
import { ANSWERS } from "../../support/providers/wire-answers.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

const HOUR = 3_600;
const KEYS = {
  openai: "sk-test-alice-0123456789",
  gemini: "AIza-test-alice-0123456789",
  anthropic: "sk-ant-test-alice-01",
};
const MODELS = { openai: "gpt-4", gemini: "gemini-2.5-flash", anthropic: "claude-sonnet-4-5" };
type Provider = keyof typeof KEYS;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  const account = { user_id: "alice", email: "a@people.example", name: "Alice", created_at: later(0).toISOString() };
  await world.deps.users.add(account);
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  world.setClock(later(0));
  await use("openai");
  await Promise.all([world.take(world.queueUrl), world.take(world.noticesUrl)]);
});
afterEach(() => vi.restoreAllMocks());

/** Has the agent answer on a fresh key of this provider, and on a second where one is named. */
async function use(provider: Provider, fallback_provider: Provider | null = null): Promise<void> {
  await world.storeKey(provider, KEYS[provider], MODELS[provider], later(0));
  await world.deps.agents.patch("alice", "agent1", { provider, fallback_provider }, later(0));
}

async function workAll(): Promise<void> {
  for (;;) {
    const jobs = (await world.take(world.queueUrl)).map((body) => job.parse(body));
    if (jobs.length === 0) return;
    const deadline = new Date(world.deps.now().getTime() + 120_000);
    for (const each of jobs) await work(each, { holder: "test", deadline }, world.deps);
  }
}

const runOf = (run: Run) => world.deps.runs.get("alice", run.run_id);

const page = (status: number, headers: Record<string, string> = {}): Fault => ({
  status,
  headers: { "content-type": "text/html", ...headers },
  body: "<html><head><title>Error</title></head></html>",
});

/**
 * Causes that owners resolve at their provider or with another key: the refusal, and the states of the key and the
 * mail.
 */
const OWNERS: [string, Provider, Fault, string, string][] = [
  [
    "a key without scopes",
    "openai",
    openai(401, "x", null, "Missing scopes: model.request."),
    "lacks_rights",
    "lacks_rights",
  ],
  ["a list of addresses", "openai", openai(401, "x", "ip_not_authorized"), "address_blocked", "address_blocked"],
  ["a closed account", "openai", openai(401, "x", "account_deactivated"), "account_suspended", "account_suspended"],
  ["a spending limit", "openai", openai(429, "x", "project_spend_limit_exceeded"), "no_credit", "no_credit"],
  [
    "an API that is off",
    "gemini",
    gemini(403, "PERMISSION_DENIED", "It is off.", { reason: "SERVICE_DISABLED" }),
    "service_disabled",
    "service_disabled",
  ],
  [
    "a workspace's limit",
    "anthropic",
    anthropic(400, "invalid_request_error", "You have reached your specified workspace API usage limits."),
    "no_credit",
    "no_credit",
  ],
];

describe("a cause that an owner resolves at the provider", () => {
  it.each(OWNERS)(
    "%s holds the mails, sends one notice, and a successful check requeues the mails",
    async (name, provider, says, status, reason) => {
      await use(provider);
      world.provider.say(says);
      const slug = name.replaceAll(/\W/g, "-").toLowerCase();
      const held = [
        await world.work(await world.arrive(`${slug}-1`)),
        await world.work(await world.arrive(`${slug}-2`)),
      ];
      for (const run of held) expect(run).toMatchObject({ state: "held", reason, calls_lost: 0 });
      // The second mail met a key that was known to be no use.
      expect(world.provider.calls).toBe(1);
      expect(await world.deps.configs.get("alice", provider)).toMatchObject({ status });
      const told = await world.take(world.noticesUrl);
      expect(told).toMatchObject([{ kind: "key_failed", provider, status }]);

      world.provider.say({ status: 200, body: ANSWERS[provider] });
      // The free calls of a check; the first part that a path holds counts.
      world.provider.sayAt(":streamGenerateContent", { status: 200, body: ANSWERS.gemini });
      world.provider.sayAt("/v1beta/models/", {
        status: 200,
        body: { supportedGenerationMethods: ["generateContent"] },
      });
      world.provider.sayAt("/v1/models/", { status: 200, body: { id: "gpt-4" } });
      world.provider.sayAt("/moderations", { status: 200, body: {} });
      world.provider.sayAt("/count_tokens", { status: 200, body: { input_tokens: 8 } });
      world.setClock(later(60));
      await world.deps.jobs.verifyKey("alice", provider);
      await workAll();
      expect(await world.deps.configs.get("alice", provider)).toMatchObject({ status: "active" });
      for (const run of held) expect(await runOf(run)).toMatchObject({ state: "replied", released: true });
    },
  );
});

it("a key that works again requeues its held mails with the next mail that it answers", async () => {
  world.provider.say(openai(429, "insufficient_quota", "organization_spend_limit_exceeded"));
  const held = await world.work(await world.arrive("month-over"));
  expect(held).toMatchObject({ state: "held", reason: "no_credit" });
  const next = await world.arrive("month-begins");
  world.provider.say(PROVIDER_ANSWERS);
  world.setClock(later(2 * HOUR));
  expect(await world.work(next)).toMatchObject({ state: "replied" });
  await workAll();
  expect(await runOf(held)).toMatchObject({ state: "replied", released: true });
  expect(world.provider.calls).toBe(2);
});

describe("a refused country or network", () => {
  const BARRED = openai(403, "request_forbidden", "unsupported_country_region_territory");

  it("makes the mails wait as in an outage, alerts only the operators, and does not mark the key", async () => {
    const lines: string[] = [];
    vi.spyOn(process.stdout, "write").mockImplementation((line) => lines.push(String(line)) > 0);
    world.provider.say(BARRED);
    let run = await world.work(await world.arrive("barred-1"));
    const other = await world.work(await world.arrive("barred-2"));
    expect(world.provider.calls).toBe(1);
    for (const each of [run, other]) {
      expect(each).toMatchObject({ state: "received", calls_lost: 0 });
      expect(each.timeline.at(-1)?.event).toBe("wait:place_blocked");
    }
    while (world.deps.now() < later(2 * HOUR)) {
      world.setClock(new Date(run.next_check_at ?? 0));
      run = await world.work(run);
    }
    expect(run.timeline.at(-1)?.event).toBe("wait:place_blocked");
    expect(await world.take(world.noticesUrl)).toEqual([]);
    expect((await world.deps.configs.get("alice", "openai"))?.status).toBe("unverified");
    const alarms = lines.map((line) => JSON.parse(line)).filter(({ event }) => event === "place_blocked");
    expect(alarms.length).toBeGreaterThan(1);
    expect(alarms[0]).toEqual({ at: expect.any(String), event: "place_blocked", provider: "openai" });

    world.provider.say(PROVIDER_ANSWERS);
    world.setClock(later(3 * HOUR));
    expect(await world.work(run)).toMatchObject({ state: "replied" });
    expect(await world.deps.configs.get("alice", "openai")).not.toHaveProperty("down_code");
    world.setClock(later(3 * HOUR + 600));
    expect(await world.work(other)).toMatchObject({ state: "replied" });
  });

  it("lets the agent's fallback answer meanwhile", async () => {
    await use("gemini");
    await use("openai", "gemini");
    world.provider.say({ status: 200, body: ANSWERS.gemini });
    world.provider.sayAt("/chat/completions", BARRED);
    expect(await world.work(await world.arrive("barred-fallback"))).toMatchObject({
      state: "replied",
      payer: { provider: "gemini", fallback_from: "openai" },
    });
  });
});

describe("a page of a gateway", () => {
  it.each([502, 504, 520, 522, 524])(
    "of %i may have been charged, so the provider is asked once more and no fallback is asked",
    async (status) => {
      await use("gemini");
      await use("openai", "gemini");
      world.provider.say({ status: 200, body: ANSWERS.gemini });
      world.provider.sayAt("/chat/completions", page(status));
      let run = await world.work(await world.arrive(`page-${status}`));
      expect(run).toMatchObject({ state: "received", calls_lost: 1 });
      for (let tries = 0; run.state === "received" && tries < 10; tries += 1) {
        world.setClock(new Date(run.next_check_at ?? 0));
        run = await world.work(run);
      }
      expect(run).toMatchObject({ state: "held", reason: "answer_lost", calls_lost: 2 });
      expect(world.provider.calls).toBe(2);
    },
  );

  it("of 403 costs nothing, and the mail waits for another try", async () => {
    world.provider.say(page(403));
    const run = await world.work(await world.arrive("page-403"));
    expect(run).toMatchObject({ state: "received", calls_lost: 0 });
    expect((await world.deps.configs.get("alice", "openai"))?.status).toBe("unverified");
  });
});

describe("a wait beyond the mail's 48 hours", () => {
  it.each([
    ["rate_limited", page(429, { "retry-after": "259200" })],
    ["provider_down", { status: 503, headers: { "retry-after": "9".repeat(40) }, body: {} }],
  ] as [string, Fault][])(
    "holds the mail as %s, cancels its reservation, and a new key requeues it",
    async (reason, says) => {
      world.provider.say(says);
      const held = await world.work(await world.arrive(`long-wait-${reason.replace("_", "-")}`));
      expect(held).toMatchObject({ state: "held", reason, calls_lost: 0 });
      expect(await world.usageOf("2026-11-23")).toMatchObject({ in_flight: 0 });

      world.provider.say(PROVIDER_ANSWERS);
      world.setClock(later(60));
      await world.storeKey("openai", "sk-test-alice-new-0123456789", "gpt-4", later(60));
      await world.deps.jobs.requeueHeld("alice");
      await workAll();
      expect(await runOf(held)).toMatchObject({ state: "replied" });
    },
  );
});
