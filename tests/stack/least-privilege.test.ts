import { describe, expect, it } from "vitest";
import * as z from "zod";
import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import { resourcesOf, type Template } from "../../local/template/template.ts";
import { createAgent, signUp, storeKey } from "../support/people.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

// CloudFormation takes one action in place of a list of one.
const actions = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const document = z.object({ Statement: z.array(z.object({ Action: actions }).catchall(z.json())) }).catchall(z.json());

/** The synthesized template, with one action taken out of every role whose policy is named like `role`. */
async function without(action: string, role: string): Promise<Template> {
  const template = await readTemplate(CDK_OUT);
  let found = false;
  for (const [id, { Properties }] of resourcesOf(template, "AWS::IAM::Policy")) {
    if (!id.includes(role)) continue;
    const { Statement, ...rest } = document.parse(Properties["PolicyDocument"]);
    found ||= Statement.some(({ Action }) => Action.includes(action));
    const kept = Statement.map((each) => ({ ...each, Action: each.Action.filter((one) => one !== action) }));
    Properties["PolicyDocument"] = { ...rest, Statement: kept.filter(({ Action }) => Action.length > 0) };
  }
  expect(found, `${action} stands in a policy of ${role}`).toBe(true);
  return template;
}

async function withOut<T>(action: string, role: string, use: (stack: TestStack) => Promise<T>): Promise<T> {
  const stack = await startTestStack({ template: await without(action, role) });
  try {
    return await use(stack);
  } finally {
    await stack.stop();
  }
}

describe("a right that is removed from the template is refused on this machine", () => {
  it("kms:Encrypt of ai-config: no key can be stored, and no part of it is left", async () => {
    await withOut("kms:Encrypt", "AiConfig", async (stack) => {
      const { token } = await signUp(stack, "Alice");
      const body = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" };
      const { status, json } = await stack.api("POST", "/api/ai-config", { token, body });
      expect({ status, json }).toMatchObject({ status: 500, json: { code: "internal" } });
      expect(stack.denied).toMatchObject([{ action: "kms:Encrypt" }]);
      expect((await stack.api("GET", "/api/ai-config", { token })).json).toEqual({ configs: [] });
    });
  });

  it.each([
    ["kms:Decrypt", "Runner"],
    ["dynamodb:UpdateItem", "Runner"],
  ])("%s of the runner: the mail waits, no provider is asked and nothing is sent", async (action, role) => {
    await withOut(action, role, async (stack) => {
      const alice = await signUp(stack, "Alice");
      await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
      const agent = await createAgent(stack, alice);
      const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: "a", text: "b" });
      await expect.poll(() => stack.denied).toContainEqual(expect.objectContaining({ action }));
      expect(await stack.waitForRun(id, ([run]) => run?.state === "received")).toHaveLength(1);
      expect(await stack.providerCalls()).toEqual([]);
      expect((await stack.outbox()).filter(({ run_id }) => run_id !== null)).toEqual([]);
    });
  });

  it("ses:SendRawEmail of the runner: the paid answer is kept and waits for the team, at no further cost", async () => {
    await withOut("ses:SendRawEmail", "Runner", async (stack) => {
      const alice = await signUp(stack, "Alice");
      await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
      const agent = await createAgent(stack, alice);
      const id = await stack.sendMail({ from: "carol@customer.example", to: agent.address, subject: "a", text: "b" });
      await expect.poll(() => stack.logs.filter((line) => line.includes("sending_blocked"))).toHaveLength(1);
      const [run] = await stack.waitForRun(id, ([each]) => each?.state === "generated");
      const { json } = await stack.api("GET", `/api/conversations/${run?.run_id}`, { token: alice.token });
      expect(json).toMatchObject({ answer: expect.stringContaining("gpt-4"), tokens_in: expect.any(Number) });
      expect(await stack.providerCalls()).toHaveLength(1);
    });
  });
});
