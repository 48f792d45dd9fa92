import { ok, type operations } from "../../packages/client/src/index.ts";
import { type Provider, providerOf } from "../../shared/providers/registry.ts";
import type { Client } from "./client.ts";

export type Person = { name: string; token: string };
export type Agent = operations["createAgent"]["responses"][201]["content"]["application/json"];
export type Key = operations["saveConfig"]["responses"][200]["content"]["application/json"];

/** Signs up a new account. Its address is new each time, so that the demo can run again. */
export async function signUp(client: Client, name: string, run: string): Promise<Person> {
  const email = `${name.toLowerCase()}.${run}@example.com`;
  const body = { email, password: "correct horse battery", name };
  const answer = await ok(client.as().POST("/api/auth/signup", { body }));
  if (!("token" in answer)) throw new Error("This Latchkey asks for confirmation, which the demo cannot give.");
  return { name, token: answer.token };
}

/** Stores a key that the stub answers: the provider's demo key with the person's name at its end. */
export async function storeKey(client: Client, { name, token }: Person, provider: Provider, modelName: string) {
  const apiKey = `${providerOf(provider).key.demo}-${name.toLowerCase()}`;
  return ok(client.as(token).POST("/api/ai-config", { body: { provider, apiKey, modelName } }));
}

export async function createAgent(client: Client, { token }: Person, name: string, provider?: Provider) {
  const instructions = "Be short and friendly.";
  const body = { name, type: "email_inbound", instructions, ...(provider !== undefined && { provider }) } as const;
  return ok(client.as(token).POST("/api/automation/agents", { body }));
}
