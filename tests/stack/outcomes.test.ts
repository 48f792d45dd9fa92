import { beforeAll, describe, expect, it } from "vitest";
import { configRow } from "../../shared/api/ai-config-schemas.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice);
});

let people = 0;

/** Sends one mail of a new correspondent to an agent and reads its run once it rests, or once `done`. */
async function run(owner: Person, to: Agent, done?: (state: string) => boolean) {
  const mail = {
    from: `carol${++people}@customer.example`,
    to: to.address,
    subject: "A question",
    text: "When are you open?",
  };
  const id = await stack().sendMail(mail);
  const [found] = await stack().waitForRun(id, done && (([first]) => first !== undefined && done(first.state)));
  return readRun(stack(), owner, found?.run_id ?? "");
}

async function statusOfKey(): Promise<string> {
  const { json } = await stack().api("GET", "/api/ai-config/openai", { token: alice.token });
  return configRow.parse(json).status;
}

describe("what the provider answers", () => {
  it.each([
    [{ status: 401, text: "invalid_api_key" }, "key_rejected", "rejected"],
    [{ status: 429, text: "insufficient_quota" }, "no_credit", "no_credit"],
    [{ status: 404, text: "model_not_found" }, "model_unavailable", "model_unavailable"],
    [{ status: 429, text: "project_spend_limit_exceeded" }, "no_credit", "no_credit"],
    [{ status: 401, text: "ip_not_authorized" }, "address_blocked", "address_blocked"],
    [{ status: 401, text: "account_deactivated" }, "account_suspended", "account_suspended"],
    [{ status: 400, text: "context_length_exceeded" }, "too_long", undefined],
  ])("%j holds the mail as %s and marks the key", async (answer, reason, status) => {
    await storeKeyAgain();
    await stack().answerWith({ ...answer, times: 1 });
    const held = await run(alice, agent);
    expect(held).toMatchObject({ state: "held", reason, answer: null, calls_lost: 0 });
    expect(held.reason_text).toMatch(/^The .+\.$/);
    expect(await statusOfKey()).toBe(status ?? "active");
    // Otherwise the key that the next test stores would requeue it.
    await stack().api("POST", `/api/conversations/${held.id}/drop`, { token: alice.token });
  });

  it("a rate limit makes the mail wait, and the next try is answered and counted once", async () => {
    await storeKeyAgain();
    await stack().answerWith({ status: 429, headers: { "retry-after": "2" }, text: "rate_limit_exceeded", times: 1 });
    const waiting = await run(alice, agent, (state) => state === "received");
    const replied = await expect
      .poll(() => readRun(stack(), alice, waiting.id), { interval: 500 })
      .toMatchObject({ state: "replied", attempts: 1, calls_lost: 0, tokens_in: expect.any(Number) })
      .then(() => readRun(stack(), alice, waiting.id));
    expect(replied.timeline.map(({ event }) => event)).toContain("wait:rate_limited");
    expect(await statusOfKey()).toBe("active");
  });

  it("an empty answer is held and shown as possibly charged", async () => {
    await storeKeyAgain();
    await stack().answerWith({ text: "", times: 1 });
    expect(await run(alice, agent)).toMatchObject({ state: "held", reason: "bad_answer", calls_lost: 1 });
  });

  it("of a model without a listed price costs null, not zero", async () => {
    const bob = await signUp(stack(), "Bob");
    await storeKey(stack(), bob, "openai", "sk-demo-bob-0123456789", "ft:my-own-model");
    const desk = await createAgent(stack(), bob);
    expect(await run(bob, desk)).toMatchObject({ state: "replied", cost_usd: null, tokens_in: expect.any(Number) });
    const { json } = await stack().api("GET", "/api/usage", { token: bob.token });
    expect(json).toMatchObject({ total: { mails: 1, mails_unpriced: 1, cost_usd: null } });
  });
});

describe("the owner's settings", () => {
  it("no key: the mail is held, and nothing is charged to anybody", async () => {
    const dora = await signUp(stack(), "Dora");
    const desk = await createAgent(stack(), dora);
    const before = (await stack().providerCalls()).length;
    expect(await run(dora, desk)).toMatchObject({ state: "held", reason: "no_ai_config" });
    expect(await stack().providerCalls()).toHaveLength(before);
  });

  it("a paused agent holds its mail, and a deleted one does not exist", async () => {
    const desk = await createAgent(stack(), alice);
    const path = `/api/automation/agents/${desk.id}`;
    await stack().api("PATCH", path, { token: alice.token, body: { isActive: false } });
    expect(await run(alice, desk)).toMatchObject({ state: "held", reason: "agent_paused" });
    expect((await stack().api("DELETE", path, { token: alice.token })).status).toBe(204);
    const id = await stack().sendMail({ from: "carol@customer.example", to: desk.address, subject: "x", text: "y" });
    expect(await stack().waitForRun(id, () => true)).toEqual([]);
  });

  it("an agent's daily limit holds the mails above it", async () => {
    await storeKeyAgain();
    const desk = await createAgent(stack(), alice, { maxMailsPerDay: 1 });
    expect(await run(alice, desk)).toMatchObject({ state: "replied" });
    expect(await run(alice, desk)).toMatchObject({ state: "held", reason: "daily_limit" });
  });

  it("a replaced key is used from the next mail on", async () => {
    const stored = await stack().api("POST", "/api/ai-config", {
      token: alice.token,
      body: { provider: "openai", apiKey: "sk-demo-alice-the-second-key", modelName: "gpt-4o-mini" },
    });
    expect(stored.status).toBe(200);
    const { key_fingerprint } = configRow.parse(stored.json);
    expect(await run(alice, agent)).toMatchObject({ key_fingerprint, model_name: "gpt-4o-mini" });
    expect((await stack().providerCalls()).at(-1)).toMatchObject({ key_fingerprint, model: "gpt-4o-mini" });
  });
});

/** A key that was refused is given again, so that the next mail is asked about. */
async function storeKeyAgain(): Promise<void> {
  const body = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" };
  const { status } = await stack().api("POST", "/api/ai-config", { token: alice.token, body });
  expect(status).toBe(200);
}
