import { expect, test } from "vitest";
import { createAgent, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();

test("in SES's sandbox a paid answer waits, the log names the cause, and it is sent after the sandbox is left", async () => {
  const account = (body: object) => stack().api("PUT", "/_local/ses", { body });
  const alice = await signUp(stack(), "Alice");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  const { address: to } = await createAgent(stack(), alice);
  const write = (from: string) => stack().sendMail({ from, to, subject: "Hours", text: "When are you open?" });

  await account({ sandbox: true, verified: ["dora@customer.example"] });
  const [known] = await stack().waitForRun(await write("dora@customer.example"));
  expect(known?.state).toBe("replied");

  const waiting = await write("carol@customer.example");
  const blocked = () => stack().logs.filter((line) => line.includes("sending_blocked"));
  await expect.poll(blocked).toEqual([expect.stringContaining('"error":"MessageRejected"')]);
  await stack().waitForRun(waiting, ([run]) => run?.state === "generated");

  await account({});
  const [run] = await stack().waitForRun(waiting);
  expect(run?.state).toBe("replied");
  expect(await stack().providerCalls()).toHaveLength(2);
  expect(stack().denied).toEqual([]);
});
