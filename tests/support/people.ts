import { expect } from "vitest";
import type * as z from "zod/mini";
import { agentRow } from "../../shared/api/agent-schemas.ts";
import { configRow } from "../../shared/api/ai-config-schemas.ts";
import { session } from "../../shared/api/auth-schemas.ts";
import { runDetail } from "../../shared/api/conversation-schemas.ts";
import type { TestStack } from "./stack.ts";

export const PASSWORD = "correct horse battery";

export type Person = { id: string; name: string; email: string; token: string };
export type Agent = z.infer<typeof agentRow>;

/** One person at the API of a running stack. */
export async function signUp(
  stack: TestStack,
  name: string,
  email = `${name.toLowerCase()}@people.example`,
): Promise<Person> {
  const answer = await stack.api("POST", "/api/auth/signup", { body: { email, password: PASSWORD, name } });
  expect(answer.status, answer.text).toBe(201);
  const { token, user } = session.parse(answer.json);
  return { id: user.id, name, email, token };
}

export async function storeKey(
  stack: TestStack,
  { token }: Person,
  provider: string,
  apiKey: string,
  modelName: string,
) {
  const answer = await stack.api("POST", "/api/ai-config", { token, body: { provider, apiKey, modelName } });
  expect(answer.status, answer.text).toBe(201);
  return configRow.parse(answer.json);
}

export async function createAgent(stack: TestStack, { token }: Person, more: object = {}): Promise<Agent> {
  const body = { name: "Support", type: "email_inbound", ...more };
  const answer = await stack.api("POST", "/api/automation/agents", { token, body });
  expect(answer.status, answer.text).toBe(201);
  return agentRow.parse(answer.json);
}

export async function readRun(stack: TestStack, { token }: Person, runId: string) {
  const answer = await stack.api("GET", `/api/conversations/${runId}`, { token });
  expect(answer.status, answer.text).toBe(200);
  return runDetail.parse(answer.json);
}

/** Proves the person's address with the code that was mailed to it. */
export async function proveEmail(stack: TestStack, { email }: Person): Promise<void> {
  const mail = (await stack.outbox()).findLast(({ to, raw }) => to.includes(email) && raw.includes("Your code is"));
  const code = /Your code is (\d+)/.exec(mail?.raw ?? "")?.[1];
  const answer = await stack.api("POST", "/api/auth/confirm", { body: { email, password: PASSWORD, code } });
  expect(answer.status, answer.text).toBe(200);
}
