import { beforeAll, describe, expect, it } from "vitest";
import { usageReport } from "../../shared/api/usage-schemas.ts";
import { idleQueues } from "../support/idle-queues.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice, { mode: "draft" });
});

let people = 0;

/** A mail of a new correspondent, once its run rests. */
async function mail(to = agent): Promise<{ id: string; from: string }> {
  const from = `carol${++people}@customer${people}.example`;
  const id = await stack().sendMail({ from, to: to.address, subject: "A question", text: "When are you open?" });
  const [run] = await stack().waitForRun(id);
  return { id: run?.run_id ?? "", from };
}

const say = (word: string, id: string, body?: object) =>
  stack().api("POST", `/api/conversations/${id}/${word}`, { token: alice.token, body });
const edit = (id: string, answer: string) =>
  stack().api("PATCH", `/api/conversations/${id}`, { token: alice.token, body: { answer } });
const setAgent = (body: object, id = agent.id) =>
  stack().api("PATCH", `/api/automation/agents/${id}`, { token: alice.token, body });
const read = (id: string) => readRun(stack(), alice, id);
const become = (id: string, state: string) => expect.poll(async () => (await read(id)).state).toBe(state);
const repliesOf = async (id: string) => (await stack().outbox()).filter(({ run_id }) => run_id === id);
async function usage() {
  const { json } = await stack().api("GET", "/api/usage", { token: alice.token });
  return usageReport.parse(json).total;
}

describe("an agent in draft mode", () => {
  it("keeps its answer as a draft, paid for and counted, and sends nothing", async () => {
    const before = await usage();
    const { id } = await mail();
    const run = await read(id);
    expect(run).toMatchObject({ state: "drafted", reason: null, draft: { text: run.answer, edited: false } });
    expect(await repliesOf(id)).toEqual([]);
    const after = await usage();
    expect(after.mails).toBe(before.mails + 1);
    expect(after.tokens_out).toBe(before.tokens_out + (run.tokens_out ?? 0));
  });

  it("sends a draft once, even if it is approved several times in several browsers", async () => {
    const { id, from } = await mail();
    const { answer } = await read(id);
    const said = await Promise.all(Array.from({ length: 8 }, () => say("approve", id)));
    expect(said.map(({ status }) => status).toSorted()).toEqual([202, 409, 409, 409, 409, 409, 409, 409]);
    await become(id, "replied");
    const again = await say("approve", id);
    expect(again).toMatchObject({ status: 409, json: { code: "conflict", detail: "Only a draft can be sent." } });
    await idleQueues(stack());
    const replies = await repliesOf(id);
    expect(replies).toHaveLength(1);
    expect(replies[0]).toMatchObject({ to: [from] });
    expect(replies[0]?.raw).toContain(answer?.slice(0, 20));
  });

  it("sends the owner's last text without another call", async () => {
    const { id } = await mail();
    const calls = (await stack().providerCalls()).length;
    expect(await edit(id, "We are open from nine.")).toMatchObject({
      status: 200,
      json: { state: "drafted", draft: { text: "We are open from nine.", edited: true } },
    });
    expect((await say("approve", id, { text: "We are open from ten." })).status).toBe(202);
    await become(id, "replied");
    const [reply] = await repliesOf(id);
    expect(reply?.raw).toContain("We are open from ten.");
    expect(await read(id)).toMatchObject({ answer: "We are open from ten.", draft: null });
    expect((await stack().providerCalls()).length).toBe(calls);
    expect((await edit(id, "Too late.")).status).toBe(409);
  });

  it("drops a draft when its owner says so", async () => {
    const { id } = await mail();
    expect(await say("drop", id)).toMatchObject({ status: 200, json: { state: "skipped", reason: "dropped" } });
    expect((await say("approve", id)).status).toBe(409);
    await idleQueues(stack());
    expect(await repliesOf(id)).toEqual([]);
  });

  it("regenerates with a hint, which is added to the instructions, and counts both answers once", async () => {
    const { id } = await mail();
    const [first, before] = [await read(id), await usage()];
    const said = await Promise.all([1, 2].map(() => say("regenerate", id, { hint: "Say it in Latin." })));
    expect(said.map(({ status }) => status).toSorted()).toEqual([202, 409]);
    await become(id, "drafted");
    const call = (await stack().providerCalls()).at(-1);
    expect(call?.system).toContain("Say it in Latin.");
    expect(call?.messages.map(({ role }) => role)).toEqual(["user", "assistant", "user"]);
    expect(JSON.stringify(call?.messages)).not.toContain("Latin");
    const run = await read(id);
    expect(run.tokens_out).toBeGreaterThan(first.tokens_out ?? 0);
    const after = await usage();
    expect(after.tokens_out - before.tokens_out).toBe((run.tokens_out ?? 0) - (first.tokens_out ?? 0));
    expect(after.mails - before.mails).toBe(1);
    expect(await repliesOf(id)).toEqual([]);
  });

  it("keeps the existing draft if the next call fails, and says why it failed", async () => {
    const { id } = await mail();
    const [first, before] = [await read(id), await usage()];
    await stack().answerWith({ status: 400, text: "context_length_exceeded", times: 1 });
    expect((await say("regenerate", id)).status).toBe(202);
    await become(id, "drafted");
    expect(await read(id)).toMatchObject({ reason: "too_long", answer: first.answer, tokens_out: first.tokens_out });
    expect(await usage()).toEqual(before);
    expect((await say("approve", id)).status).toBe(202);
    await become(id, "replied");
  });
});

describe("changes before a draft is approved", () => {
  it("an agent that its owner has paused sends it, because the owner approved it", async () => {
    const { id } = await mail();
    await setAgent({ isActive: false });
    expect((await say("approve", id)).status).toBe(202);
    await become(id, "replied");
    await setAgent({ isActive: true });
  });

  it("a deleted agent sends nothing, and the run says so", async () => {
    const other = await createAgent(stack(), alice, { mode: "draft" });
    const { id } = await mail(other);
    await stack().api("DELETE", `/api/automation/agents/${other.id}`, { token: alice.token });
    expect((await say("approve", id)).status).toBe(202);
    await become(id, "held");
    expect(await read(id)).toMatchObject({ reason: "agent_deleted", answer: expect.any(String) });
    expect(await repliesOf(id)).toEqual([]);
  });

  it("a change of the agent's mode applies to later mails", async () => {
    const { id } = await mail();
    await setAgent({ mode: "auto_reply" });
    expect(await read(id)).toMatchObject({ state: "drafted" });
    const sent = await mail();
    expect(await read(sent.id)).toMatchObject({ state: "replied" });
    await setAgent({ mode: "draft" });
    expect((await say("regenerate", sent.id)).status).toBe(409);
  });
});

describe("a test mail", () => {
  it("takes the path of every mail on the owner's key, is counted, and its answer is not sent", async () => {
    const [before, sent] = [await usage(), (await stack().outbox()).length];
    const body = { subject: "Grüße 🙂 aus dem Test", text: "Wann habt ihr auf? 🙂" };
    const { status, json } = await stack().api("POST", `/api/automation/agents/${agent.id}/test`, {
      token: alice.token,
      body,
    });
    expect(status).toBe(202);
    const id = String(json && typeof json === "object" && "run_id" in json ? json.run_id : "");
    await become(id, "observed");
    const run = await read(id);
    expect(run).toMatchObject({ is_test: true, subject: body.subject, text: body.text, provider: "openai" });
    expect(run.answer).toEqual(expect.any(String));
    expect(run.from).toBe(`Alice <${alice.email}>`);
    expect(JSON.stringify((await stack().providerCalls()).at(-1)?.messages)).toContain("Wann habt ihr auf? 🙂");
    await idleQueues(stack());
    expect((await stack().outbox()).length).toBe(sent);
    expect((await usage()).mails).toBe(before.mails + 1);
    const raw = await stack().api("GET", `/api/conversations/${id}/raw`, { token: alice.token });
    expect(raw.text).toContain(`To: ${agent.address}`);
    for (const word of ["approve", "regenerate", "retry", "drop"]) expect((await say(word, id)).status).toBe(409);
  });

  it("needs no body, and may be sent to an agent that is switched off", async () => {
    const path = `/api/automation/agents/${agent.id}`;
    await setAgent({ isActive: false });
    const { status, json } = await stack().api("POST", `${path}/test`, { token: alice.token });
    expect(status).toBe(202);
    const id = String(json && typeof json === "object" && "run_id" in json ? json.run_id : "");
    await become(id, "observed");
    await setAgent({ isActive: true });
  });
});
