import type * as z from "zod";
import { agentRow } from "../../shared/api/agent-schemas.ts";
import { configRow } from "../../shared/api/ai-config-schemas.ts";
import { session } from "../../shared/api/auth-schemas.ts";
import { type Provider, providerOf } from "../../shared/providers/registry.ts";
import type { Client } from "./client.ts";

export type Person = { name: string; token: string };
export type Agent = z.infer<typeof agentRow>;
export type Key = z.infer<typeof configRow>;

/** Signs up a new account. Its address is new each time, so that the demo can run again. */
export async function signUp(client: Client, name: string, run: string): Promise<Person> {
  const email = `${name.toLowerCase()}.${run}@example.com`;
  const body = { email, password: "correct horse battery", name };
  const { token } = await client.api("POST /api/auth/signup", session, { body });
  return { name, token };
}

/** Stores a key that the stub answers: the provider's demo key with the person's name at its end. */
export async function storeKey(client: Client, { name, token }: Person, provider: Provider, modelName: string) {
  const apiKey = `${providerOf(provider).key.demo}-${name.toLowerCase()}`;
  return client.api("POST /api/ai-config", configRow, { token, body: { provider, apiKey, modelName } });
}

export async function createAgent(client: Client, { token }: Person, name: string, provider?: string) {
  const instructions = "Be short and friendly.";
  const body = { name, type: "email_inbound", instructions, ...(provider !== undefined && { provider }) };
  return client.api("POST /api/automation/agents", agentRow, { token, body });
}
