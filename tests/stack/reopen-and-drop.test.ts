import { beforeAll, describe, expect, it } from "vitest";
import { usageReport } from "../../shared/api/usage-schemas.ts";
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

async function mail(subject: string): Promise<string> {
  const id = await stack().sendMail({ from: "carol@customer.example", to: agent.address, subject, text: "Hello?" });
  const [run] = await stack().waitForRun(id);
  return run?.run_id ?? "";
}

const say = (word: "retry" | "drop", id: string) =>
  stack().api("POST", `/api/conversations/${id}/${word}`, { token: alice.token });
const calls = async () => (await stack().providerCalls()).length;

describe("a key that the provider refused", () => {
  it("is not asked for the next mail; reopening a mail asks it again, and once it works, the held mails are requeued", async () => {
    await stack().answerWith({ status: 401, text: "invalid_api_key", times: 1 });
    const first = await mail("first");
    expect(await readRun(stack(), alice, first)).toMatchObject({ state: "held", reason: "key_rejected" });

    const before = await calls();
    const second = await mail("second");
    expect(await readRun(stack(), alice, second)).toMatchObject({ state: "held", reason: "key_rejected" });
    expect(await calls()).toBe(before);

    expect((await say("retry", second)).status).toBe(202);
    await expect.poll(() => readRun(stack(), alice, second)).toMatchObject({ state: "replied" });
    await expect.poll(() => readRun(stack(), alice, first)).toMatchObject({ state: "replied" });
    expect(await calls()).toBe(before + 2);
    for (const id of [first, second]) {
      expect((await stack().outbox()).filter(({ run_id }) => run_id === id)).toHaveLength(1);
    }
    expect(await readRun(stack(), alice, await mail("third"))).toMatchObject({ state: "replied" });
  });
});

it("a mail held for lack of a key is answered and counted once when a key is stored, unless its owner dropped it", async () => {
  const token = alice.token;
  await stack().api("DELETE", "/api/ai-config/openai", { token });
  const [held, dropped] = [await mail("no key"), await mail("no key either")];
  expect(await readRun(stack(), alice, held)).toMatchObject({ state: "held", reason: "no_ai_config" });
  const mails = async () => usageReport.parse((await stack().api("GET", "/api/usage", { token })).json).total.mails;
  const counted = await mails();

  expect((await say("drop", dropped)).status).toBe(200);
  await storeKey(stack(), alice, "openai", "sk-demo-alice-9876543210", "gpt-4");
  await expect.poll(() => readRun(stack(), alice, held)).toMatchObject({ state: "replied" });
  expect(await readRun(stack(), alice, dropped)).toMatchObject({ state: "skipped", reason: "dropped" });
  expect(await mails()).toBe(counted + 1);
  expect((await stack().outbox()).filter(({ run_id }) => run_id === dropped)).toEqual([]);
});
