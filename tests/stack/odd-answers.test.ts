import { beforeAll, describe, expect, it } from "vitest";
import { PROVIDERS, providerOf } from "../../shared/providers/registry.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

// A paid answer reaches its correspondent, whatever else is in the response, with every provider's stream.

const stack = withStack();

describe.each(PROVIDERS)("%s", (provider) => {
  let owner: Person;
  let agent: Agent;
  beforeAll(async () => {
    const { key, defaultModel } = providerOf(provider);
    owner = await signUp(stack(), provider);
    await storeKey(stack(), owner, provider, key.demo, defaultModel);
    agent = await createAgent(stack(), owner);
  });

  async function answered(from: string) {
    const before = (await stack().providerCalls()).length;
    const id = await stack().sendMail({ from, to: agent.address, subject: "A question", text: "When are you open?" });
    const [found] = await stack().waitForRun(id);
    const run = await readRun(stack(), owner, found?.run_id ?? "");
    return { run, calls: (await stack().providerCalls()).length - before };
  }

  it("answers by a stream whose end is lost: the received part is sent, and nobody pays twice", async () => {
    await stack().answerWith({ text: "We are open from ten to six on all days.", breaks_off: "connection", times: 1 });
    const { run, calls } = await answered(`broken@${provider}.example`);
    expect(run).toMatchObject({ state: "replied", answer_cut: true, answer_broken: true, calls_lost: 0 });
    expect(run.answer).toMatch(/^We are open/);
    expect(run.answer).not.toContain("all days");
    expect(calls).toBe(1);
  });

  it("answers with impossible usage: the text is sent, and the usage is marked as doubtful", async () => {
    await stack().answerWith({ text: "At ten.", usage: { input: 10, output: 5, cached: 10, reasoning: 9 }, times: 1 });
    const { run, calls } = await answered(`usage@${provider}.example`);
    expect(run).toMatchObject({ state: "replied", answer: "At ten.", calls_lost: 0 });
    expect(run.usage_doubt).not.toBeNull();
    expect(calls).toBe(1);
  });
});
