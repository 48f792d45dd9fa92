import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { work } from "../../../../functions/agent-runner/handler.ts";
import { fingerprint } from "../../../../shared/ai-configs/mask.ts";
import { job } from "../../../../shared/runs/job-queue.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { Secret } from "../../../../shared/secret.ts";
import { readReservation } from "../../../../shared/usage/slot.ts";
import { anthropic, openai } from "../../../support/providers/fault-bodies.ts";
import { ANSWERS } from "../../../support/providers/wire-answers.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

/** The key of the world, and what replaces it. */
const OLD = "sk-test-alice-0123456789";
const NEW = "sk-test-alice-9876543210";
const CLAUDE = "sk-ant-test-alice-0123456789";

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
  world.ses.say(SES_SENDS);
  await world.deps.configs.remove("alice", "anthropic");
  await world.deps.users.setDefault("alice", "openai");
  await world.deps.agents.patch("alice", "agent1", { provider: null, fallback_provider: null }, later(0));
  await world.deps.configs.remove("alice", "openai");
  await world.storeKey("openai", OLD, "gpt-4", later(0));
  await Promise.all([world.take(world.queueUrl), world.take(world.noticesUrl)]);
});

const row = () => world.deps.configs.get("alice", "openai");
const runOf = (run: Run) => world.deps.runs.get("alice", run.run_id);

/** Each failure on the wire, and how often its calls may have been charged. */
const FAILURES = {
  key_rejected: openai(401, "invalid_request_error", "invalid_api_key"),
  no_credit: openai(429, "insufficient_quota", "insufficient_quota"),
  model_unavailable: openai(404, "invalid_request_error", "model_not_found"),
  bad_call: openai(400, "invalid_request_error", "unsupported_value"),
  too_long: openai(400, "invalid_request_error", "context_length_exceeded"),
  rate_limited: openai(429, "requests", "rate_limit_exceeded"),
  provider_down: openai(503, "server_error", null),
  connection_lost: "cut before the answer",
} as const;

/** Actions of an owner during a call, and the key that then answers the mail. */
const CHANGES = {
  "key replaced": { make: () => world.storeKey("openai", NEW, "gpt-4"), payer: { key_fingerprint: fingerprint(NEW) } },
  "model replaced": { make: () => world.storeKey("openai", OLD, "gpt-4o"), payer: { model_name: "gpt-4o" } },
  "settings changed": {
    make: () => world.deps.configs.patch("alice", "openai", { max_tokens: 400 }, later(5)),
    payer: { model_name: "gpt-4" },
  },
  "row deleted and another stored": {
    make: async () => {
      await world.deps.configs.remove("alice", "openai");
      await world.storeKey("anthropic", CLAUDE, "claude-sonnet-4-5");
    },
    payer: { provider: "anthropic" },
  },
  "default switched": {
    make: async () => {
      await world.storeKey("anthropic", CLAUDE, "claude-sonnet-4-5");
      await world.deps.users.setDefault("alice", "anthropic");
    },
    payer: { provider: "anthropic" },
  },
  "agent switched": {
    make: async () => {
      await world.storeKey("anthropic", CLAUDE, "claude-sonnet-4-5");
      await world.deps.agents.patch("alice", "agent1", { provider: "anthropic" }, later(5));
    },
    payer: { provider: "anthropic" },
  },
} as const;

function answersFromNowOn(): void {
  world.provider.say(PROVIDER_ANSWERS);
  world.provider.sayAt("/v1/messages", { status: 200, body: ANSWERS.anthropic });
}

/** Works the mail again when its wait is over. */
async function workAgain(run: Run): Promise<Run> {
  world.setClock(new Date(run.next_check_at ?? later(0)));
  return world.work(run);
}

let mails = 0;
const arrive = () => {
  mails += 1;
  return world.arrive(`replaced-${mails}`);
};

describe.each(Object.entries(CHANGES))("%s while the call is under way", (_, { make, payer }) => {
  it.each(Object.entries(FAILURES))(
    "a failure of the old call as %s holds no mail and tells nobody",
    async (_, says) => {
      world.provider.say(says);
      world.provider.meanwhile(make);
      const waiting = await world.work(await arrive());
      expect(waiting).toMatchObject({ state: "received" });
      expect(Date.parse(waiting.next_check_at ?? "") - later(0).getTime()).toBeLessThanOrEqual(15_000);
      expect(await row()).not.toMatchObject({ status: expect.stringMatching("rejected|no_credit|model_unavailable") });
      expect(await world.take(world.noticesUrl)).toEqual([]);
      answersFromNowOn();
      expect(await workAgain(waiting)).toMatchObject({ state: "replied", payer });
    },
  );
});

it("waits only as after a first try for a Retry-After of the old key", async () => {
  world.provider.say({ status: 429, headers: { "retry-after": "3600" }, body: {} });
  world.provider.meanwhile(CHANGES["key replaced"].make);
  const waiting = await world.work(await arrive());
  expect(Date.parse(waiting.next_check_at ?? "") - later(0).getTime()).toBeLessThanOrEqual(15_000);
});

it("a failure of the stored key holds the mail, marks the row and notifies its owner", async () => {
  world.provider.say(FAILURES.key_rejected);
  expect(await world.work(await arrive())).toMatchObject({ state: "held", reason: "key_rejected" });
  expect(await row()).toMatchObject({ status: "rejected" });
  expect(await world.take(world.noticesUrl)).toHaveLength(1);
});

it("a mail is held for lack of a key if its key is deleted without a replacement", async () => {
  world.provider.say(FAILURES.key_rejected);
  world.provider.meanwhile(() => world.deps.configs.remove("alice", "openai"));
  const waiting = await world.work(await arrive());
  expect(await workAgain(waiting)).toMatchObject({ state: "held", reason: "no_ai_config" });
});

it("tries with other keys end when nothing is replaced any more, with growing waits between", async () => {
  world.provider.say(FAILURES.key_rejected);
  let run = await arrive();
  for (const key of [NEW, OLD, NEW, OLD]) {
    world.provider.meanwhile(() => world.storeKey("openai", key, "gpt-4"));
    run = await workAgain(run);
    expect(run).toMatchObject({ state: "received" });
  }
  expect(run.attempts).toBe(4);
  expect(await workAgain(run)).toMatchObject({ state: "held", reason: "key_rejected" });
});

it("at most two calls may be charged, even if the key is replaced", async () => {
  world.provider.say("cut before the answer");
  world.provider.meanwhile(CHANGES["key replaced"].make);
  const waiting = await world.work(await arrive());
  world.provider.meanwhile(CHANGES["model replaced"].make);
  expect(await workAgain(waiting)).toMatchObject({ state: "held", reason: "answer_lost", calls_lost: 2 });
});

it("a paid but empty answer is not requested again from another model", async () => {
  world.provider.say({ status: 200, body: { ...ANSWERS.openai, choices: [] } });
  world.provider.meanwhile(CHANGES["model replaced"].make);
  expect(await world.work(await arrive())).toMatchObject({ state: "held", reason: "bad_answer" });
});

it("the reservation is raised for a more expensive model of the next try", async () => {
  await world.deps.users.patch("alice", { monthly_budget_usd: 1_000 });
  await world.storeKey("openai", OLD, "gpt-4o-mini", later(0));
  world.provider.say("cut before the answer");
  world.provider.meanwhile(() => world.storeKey("openai", OLD, "gpt-4"));
  const waiting = await world.work(await arrive());
  const before = await reservedBy(waiting);
  world.provider.say(FAILURES.provider_down);
  await workAgain(waiting);
  // Two calls at the dear model's price: the lost one keeps its share.
  expect(await reservedBy(waiting)).toBeGreaterThan(before * 20);
  await world.deps.users.patch("alice", { monthly_budget_usd: null });
});

/** 1e-9 USD that stand reserved in the month for the run. */
async function reservedBy({ run_id }: Run): Promise<number> {
  return readReservation((await world.usageOf("month:2026-11"))[`r:${run_id}`])?.nanoUsd ?? 0;
}

describe("with a fallback", () => {
  beforeEach(async () => {
    await world.storeKey("anthropic", CLAUDE, "claude-sonnet-4-5", later(0));
    await world.deps.agents.patch("alice", "agent1", { provider: "openai", fallback_provider: "anthropic" }, later(0));
  });

  it("the new key is asked, not the fallback", async () => {
    world.provider.say(FAILURES.model_unavailable);
    world.provider.sayAt("/v1/messages", { status: 200, body: ANSWERS.anthropic });
    world.provider.meanwhile(CHANGES["model replaced"].make);
    const waiting = await world.work(await arrive());
    expect(waiting).toMatchObject({ state: "received" });
    answersFromNowOn();
    expect(await workAgain(waiting)).toMatchObject({ state: "replied", payer: { provider: "openai" } });
  });

  it("a fallback's key that was replaced meanwhile is asked again, without a notice about the old one", async () => {
    world.provider.say(FAILURES.model_unavailable);
    world.provider.sayAt("/v1/messages", anthropic(401, "authentication_error", "invalid x-api-key"));
    const replace = () => world.storeKey("anthropic", `${CLAUDE}-new`, "claude-sonnet-4-5");
    // The first call is OpenAI's, the second the fallback's.
    world.provider.meanwhile(async () => world.provider.meanwhile(replace));
    const waiting = await world.work(await arrive());
    expect(waiting).toMatchObject({ state: "received" });
    expect(await world.take(world.noticesUrl)).toEqual([]);
    world.provider.sayAt("/v1/messages", { status: 200, body: ANSWERS.anthropic });
    expect(await workAgain(waiting)).toMatchObject({ state: "replied", payer: { provider: "anthropic" } });
  });
});

describe("the platform's key", () => {
  const platform = {
    provider: "openai",
    model: "gpt-4o-mini",
    mailsPerMonth: 10,
    open: async () => ({ key: new Secret("sk-team-0123456789"), fingerprint: "team" }),
  } as const;

  it("fails, but the owner has stored a key meanwhile, which answers", async () => {
    await world.deps.configs.remove("alice", "openai");
    await world.deps.users.setAddress("alice", "alice@people.example", later(0));
    world.provider.say(FAILURES.key_rejected);
    world.provider.meanwhile(CHANGES["key replaced"].make);
    const waiting = await world.work(await arrive(), { platform });
    expect(waiting).toMatchObject({ state: "received", payer: { paid_by: "platform" } });
    answersFromNowOn();
    expect(await workAgain(waiting)).toMatchObject({ state: "replied", payer: { key_fingerprint: fingerprint(NEW) } });
  });
});

it("a mail that was held on outdated terms is requeued automatically", async () => {
  world.provider.say(FAILURES.key_rejected);
  await world.work(await arrive());
  await world.take(world.queueUrl);
  // The key is known to be dead when the mail is looked at, and is replaced before it is held.
  const { deps } = world;
  const usage = Object.create(deps.usage, {
    cancel: { value: (...of: Parameters<typeof deps.usage.cancel>) => replaceFirst(() => deps.usage.cancel(...of)) },
  });
  const replaceFirst = async (then: () => Promise<void>) => {
    await world.storeKey("openai", NEW, "gpt-4");
    await then();
  };
  const second = await world.work(await arrive(), { usage });
  expect(second).toMatchObject({ state: "received", released: true });
  answersFromNowOn();
  for (const body of await world.take(world.queueUrl)) {
    await work(job.parse(body), { holder: "test", deadline: new Date(deps.now().getTime() + 120_000) }, deps);
  }
  expect(await runOf(second)).toMatchObject({ state: "replied" });
});
