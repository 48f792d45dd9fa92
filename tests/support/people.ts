import { ok, type operations } from "../../packages/client/src/index.ts";
import type { TestStack } from "./stack.ts";

export const PASSWORD = "correct horse battery";

export type Person = { id: string; name: string; email: string; token: string };
export type Agent = operations["createAgent"]["responses"][201]["content"]["application/json"];
type Provider = operations["getConfig"]["parameters"]["path"]["provider"];

/** One person at the API of a running stack. */
export async function signUp(
  stack: TestStack,
  name: string,
  email = `${name.toLowerCase()}@people.example`,
): Promise<Person> {
  const answer = await ok(stack.as().POST("/api/auth/signup", { body: { email, password: PASSWORD, name } }));
  if (!("token" in answer)) throw new Error(`${email} must be confirmed first`);
  return { id: answer.user.id, name, email, token: answer.token };
}

export async function storeKey(
  stack: TestStack,
  { token }: Person,
  provider: Provider,
  apiKey: string,
  modelName: string,
) {
  return ok(stack.as(token).POST("/api/ai-config", { body: { provider, apiKey, modelName } }));
}

export async function createAgent(stack: TestStack, { token }: Person, more: object = {}): Promise<Agent> {
  return ok(
    stack.as(token).POST("/api/automation/agents", { body: { name: "Support", type: "email_inbound", ...more } }),
  );
}

export async function readRun(stack: TestStack, { token }: Person, id: string) {
  return ok(stack.as(token).GET("/api/conversations/{id}", { params: { path: { id } } }));
}

/** Proves the person's address with the code that was mailed to it. */
export async function proveEmail(stack: TestStack, { email }: Person): Promise<void> {
  const mail = (await stack.outbox()).findLast(({ to, raw }) => to.includes(email) && raw.includes("Your code is"));
  const code = /Your code is (\d+)/.exec(mail?.raw ?? "")?.[1] ?? "";
  await ok(stack.as().POST("/api/auth/confirm", { body: { email, password: PASSWORD, code } }));
}
