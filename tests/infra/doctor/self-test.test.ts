import { beforeAll, expect, test } from "vitest";
import { selfTest } from "../../../infra/doctor/self-test.ts";
import { PASSWORD, type Person, signUp, storeKey } from "../../support/people.ts";
import { withStack } from "../../support/stack.ts";

const stack = withStack();
let alice: Person;
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
});

const login = () => ({ email: alice.email, password: PASSWORD });

test("a test mail is answered by the one agent that is made for it", async () => {
  expect(await selfTest(stack().url, login())).toMatchObject({
    level: "stop",
    text: expect.stringMatching(/no answer \(held\): /),
  });
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  for (let round = 0; round < 2; round++) {
    expect(await selfTest(stack().url, login())).toMatchObject({
      level: "ok",
      text: expect.stringMatching(/^Self-test: gpt-4 answered: ./),
    });
  }
  const { json } = await stack().api("GET", "/api/automation/agents", { token: alice.token });
  expect(json).toMatchObject({ agents: [{ name: "Self-test" }] });
  expect(await stack().outbox()).toEqual(
    expect.not.arrayContaining([expect.objectContaining({ run_id: expect.any(String) })]),
  );
});

test("a provider's refusal and a wrong password are reported", async () => {
  await stack().answerWith({ status: 401, text: "invalid_api_key" });
  expect(await selfTest(stack().url, login())).toMatchObject({
    level: "stop",
    text: expect.stringMatching(/no answer \(held\): .*key/i),
  });
  await stack().answerWith({});
  const wrong = await selfTest(stack().url, { ...login(), password: "another password" });
  expect(wrong).toMatchObject({ level: "stop", text: expect.stringMatching(/cannot log in: 401/) });
});
