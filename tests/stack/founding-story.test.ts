import PostalMime from "postal-mime";
import { beforeAll, describe, expect, it } from "vitest";
import { fingerprint } from "../../shared/ai-configs/mask.ts";
import { configRow } from "../../shared/api/ai-config-schemas.ts";
import { runList } from "../../shared/api/conversation-schemas.ts";
import { usageReport } from "../../shared/api/usage-schemas.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const ALICE_KEY = "sk-demo-alice-0123456789";
const BOB_KEY = "sk-ant-demo-bob-0123456789";
const CAROL = "carol@customer.example";

const stack = withStack();
let alice: Person;
let bob: Person;
let support: Agent;
let desk: Agent;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  bob = await signUp(stack(), "Bob");
  await storeKey(stack(), alice, "openai", ALICE_KEY, "gpt-4");
  await storeKey(stack(), bob, "anthropic", BOB_KEY, "claude-sonnet-4-5");
  support = await createAgent(stack(), alice, { name: "Alice's support", instructions: "Mention the lamp." });
  desk = await createAgent(stack(), bob, { name: "Bob's desk" });
});

/** The reply to one run, parsed by a library that did not compose it. */
async function replyTo(runId: string) {
  const sent = (await stack().outbox()).filter(({ run_id }) => run_id === runId);
  expect(sent).toHaveLength(1);
  const raw = sent[0]?.raw ?? "";
  return { envelope: sent[0], mail: await PostalMime.parse(raw), raw };
}

describe("a mail to one agent", () => {
  it("is answered once, in its thread, only to its sender, on its owner's key", async () => {
    await stack().answerWith({
      text: "The lamp is on its way.",
      usage: { input: 120, output: 30, cached: 0, reasoning: 0 },
      times: 1,
    });
    const id = await stack().sendMail({
      from: `"Carol M." <${CAROL}>`,
      to: support.address,
      cc: "colleague@customer.example",
      subject: "Where is my order?",
      messageId: "<q1@customer.example>",
      references: ["<older@customer.example>"],
      text: "It has not come.",
    });
    const [run] = await stack().waitForRun(id);
    expect(run).toMatchObject({ state: "replied", user_id: alice.id, agent_id: support.id });

    const { envelope, mail, raw } = await replyTo(run?.run_id ?? "");
    expect(envelope).toMatchObject({ from: support.address, to: [CAROL] });
    expect(mail.from).toMatchObject({ name: "Alice's support", address: support.address });
    expect(mail.to).toMatchObject([{ address: CAROL }]);
    expect(mail.cc).toBeUndefined();
    expect(mail.subject).toBe("Re: Where is my order?");
    expect(mail.inReplyTo).toBe("<q1@customer.example>");
    expect(mail.references).toMatch(/^<older@customer\.example> <q1@customer\.example> <[0-9a-f.]+@[a-z.]+>$/);
    expect(mail.text?.trim()).toBe("The lamp is on its way.");
    expect(raw).toMatch(/^Auto-Submitted: auto-replied\r$/m);
    expect(raw).toMatch(/^X-Auto-Response-Suppress: All\r$/m);

    const calls = (await stack().providerCalls()).filter(
      ({ key_fingerprint }) => key_fingerprint === fingerprint(ALICE_KEY),
    );
    expect(calls).toMatchObject([{ provider: "openai", model: "gpt-4" }]);
    expect(calls[0]?.system).toContain("Mention the lamp.");
    expect(calls[0]?.messages.at(-1)?.text).toContain("It has not come.");
  });

  it("is shown to its owner with its cost, which is in the usage to the token", async () => {
    const { json } = await stack().api("GET", "/api/conversations", { token: alice.token });
    expect(json).toMatchObject({ runs: [{ subject: "Where is my order?", state: "replied" }], next_cursor: null });
    const run = await readRun(stack(), alice, runList.parse(json).runs[0]?.id ?? "");
    expect(run).toMatchObject({
      answer: "The lamp is on its way.",
      provider: "openai",
      model_name: "gpt-4",
      key_fingerprint: fingerprint(ALICE_KEY),
      tokens_in: 120,
      tokens_out: 30,
      calls_lost: 0,
    });
    // gpt-4: 30 USD a million tokens in, 60 out.
    expect(run.cost_usd).toBeCloseTo((120 * 30 + 30 * 60) / 1e6, 12);

    const usage = usageReport.parse(
      (await stack().api("GET", "/api/usage?group_by=agent", { token: alice.token })).json,
    );
    const numbers = {
      mails: 1,
      tokens_in: 120,
      tokens_out: 30,
      cost_usd: run.cost_usd,
      mails_unpriced: 0,
      calls_lost: 0,
    };
    expect(usage.total).toMatchObject(numbers);
    expect(usage.groups).toMatchObject([{ key: support.id, ...numbers }]);
    const bobs = usageReport.parse((await stack().api("GET", "/api/usage", { token: bob.token })).json);
    expect(bobs.total).toMatchObject({ mails: 0, tokens_in: 0, cost_usd: null });
  });

  it("is shown as delivered after SES's report, and its key as working", async () => {
    const { json } = await stack().api("GET", "/api/conversations", { token: alice.token });
    const id = runList.parse(json).runs[0]?.id ?? "";
    await expect.poll(() => readRun(stack(), alice, id)).toMatchObject({ delivery: "delivered" });
    const config = await stack().api("GET", "/api/ai-config/openai", { token: alice.token });
    expect(configRow.parse(config.json)).toMatchObject({ status: "active", last_used_at: expect.any(String) });
  });

  it("can be read as it arrived", async () => {
    const { json } = await stack().api("GET", "/api/conversations", { token: alice.token });
    const [run] = runList.parse(json).runs;
    const { text } = await stack().api("GET", `/api/conversations/${run?.id}/raw`, { token: alice.token });
    expect(text).toContain("Message-ID: <q1@customer.example>");
    expect(text).toContain("It has not come.");
  });

  it("becomes the history of the next mail in its thread, and of no other", async () => {
    const before = (await stack().providerCalls()).length;
    const [reply] = (await stack().outbox()).filter(({ to }) => to.includes(CAROL));
    const wireId = /^Message-ID: (<.+>)\r$/m.exec(reply?.raw ?? "")?.[1] ?? "";
    const followUp = await stack().sendMail({
      from: CAROL,
      to: support.address,
      subject: "Re: Where is my order?",
      inReplyTo: wireId,
      references: ["<older@customer.example>", "<q1@customer.example>", wireId],
      messageId: "<q2@customer.example>",
      text: "Thank you, when?",
    });
    const [second] = await stack().waitForRun(followUp);
    const stranger = await stack().sendMail({
      from: "mallory@elsewhere.example",
      to: support.address,
      subject: "Re: Where is my order?",
      references: ["<older@customer.example>", "<q1@customer.example>"],
      messageId: "<m1@elsewhere.example>",
      text: "What did Carol write?",
    });
    await stack().waitForRun(stranger);

    const [ask, strange] = (await stack().providerCalls()).slice(before);
    expect(ask?.messages.map(({ role, text }) => [role, text.trim().split("\n").at(-1)])).toEqual([
      ["user", "It has not come."],
      ["assistant", "The lamp is on its way."],
      ["user", "Thank you, when?"],
    ]);
    expect(strange?.messages).toHaveLength(1);
    const detail = await readRun(stack(), alice, second?.run_id ?? "");
    const { json } = await stack().api("GET", `/api/conversations?thread_id=${detail.thread_id}`, {
      token: alice.token,
    });
    expect(runList.parse(json).runs).toHaveLength(2);
  });
});

describe("one mail to two agents of two owners", () => {
  it("gets two answers, each on its owner's key and visible only to its owner", async () => {
    const before = (await stack().providerCalls()).length;
    const id = await stack().sendMail({
      from: CAROL,
      to: [support.address, desk.address],
      subject: "To both of you",
      messageId: "<both@customer.example>",
      text: "Hello both.",
    });
    const runs = await stack().waitForRun(
      id,
      (all) => all.length === 2 && all.every(({ state }) => state === "replied"),
    );
    const owners = runs.map(({ user_id, agent_id }) => [user_id, agent_id]);
    expect(owners).toEqual(
      expect.arrayContaining([
        [alice.id, support.id],
        [bob.id, desk.id],
      ]),
    );
    const payers = (await stack().providerCalls())
      .slice(before)
      .map(({ provider, key_fingerprint }) => [provider, key_fingerprint]);
    expect(payers.toSorted()).toEqual([
      ["anthropic", fingerprint(BOB_KEY)],
      ["openai", fingerprint(ALICE_KEY)],
    ]);
    for (const { run_id } of runs) expect((await replyTo(run_id)).envelope?.to).toEqual([CAROL]);
    const alices = runs.find(({ user_id }) => user_id === alice.id)?.run_id ?? "";
    expect((await stack().api("GET", `/api/conversations/${alices}`, { token: bob.token })).status).toBe(404);
  });
});

describe("a mail that must not be answered", () => {
  const unanswered: [name: string, mail: { headers?: Record<string, string>; sender?: string }, reason: string][] = [
    ["an automatic reply", { headers: { "Auto-Submitted": "auto-replied" } }, "auto_submitted"],
    ["a mailing list", { headers: { "List-Id": "<list.example>" } }, "mailing_list"],
    ["a bounce", { sender: "" }, "null_sender"],
  ];
  it.each(unanswered)("%s is skipped, and costs nothing", async (_, { headers = {}, sender = CAROL }, reason) => {
    const before = (await stack().providerCalls()).length;
    const envelope = { from: sender, to: [support.address] };
    const id = await stack().sendMail({ envelope, from: CAROL, to: support.address, subject: "x", text: "y", headers });
    expect(await stack().waitForRun(id)).toMatchObject([{ state: "skipped", reason }]);
    expect(await stack().providerCalls()).toHaveLength(before);
  });

  it("from a forged sender is skipped, and nothing is sent", async () => {
    const before = (await stack().outbox()).length;
    const raw = `From: ${CAROL}\r\nSubject: I am not Carol\r\n\r\nPay me.\r\n`;
    const id = await stack().handIn(raw, { from: CAROL, to: support.address, dmarc: "FAIL" });
    expect(await stack().waitForRun(id)).toMatchObject([{ state: "skipped", reason: "dmarc_fail" }]);
    expect(await stack().outbox()).toHaveLength(before);
  });

  it("to an unknown address is dropped silently", async () => {
    const before = (await stack().outbox()).length;
    const domain = support.address.split("@")[1];
    const id = await stack().sendMail({ from: CAROL, to: `nobodyhere@${domain}`, subject: "x", text: "y" });
    expect(await stack().waitForRun(id, () => true)).toEqual([]);
    expect(await stack().outbox()).toHaveLength(before);
  });
});

it("needs no right beyond the template's roles", () => {
  expect(stack().denied).toEqual([]);
});
