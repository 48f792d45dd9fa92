import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { Client } from "../../local/demo/client.ts";
import { outgoingMail } from "../../local/mail/outbox.ts";
import { type LocalStack, startStack } from "../../local/stack.ts";
import { ok } from "../../packages/client/src/index.ts";
import type { Zone } from "../support/dns-stub.ts";
import { type Arrived, judge } from "./judge.ts";

/** A started stack with one owner. */
export type Machine = { stack: LocalStack; client: Client; token: string };
type Agent = { id: string; address: string };

export async function startMachine(dns: string): Promise<Machine> {
  const stack = await startStack({ port: 0, smtpPort: 0, dns });
  const client = new Client(stack.url, stack.smtpPort);
  const person = { email: "alice@people.example", password: "correct horse battery", name: "Alice" };
  const answer = await ok(client.as().POST("/api/auth/signup", { body: person }));
  if (!("token" in answer)) throw new Error("Alice must be confirmed first.");
  const { token } = answer;
  const key = { provider: "openai", apiKey: "sk-demo-alice-0123456789", modelName: "gpt-4" } as const;
  await ok(client.as(token).POST("/api/ai-config", { body: key }));
  return { stack, client, token };
}

export async function createAgent({ client, token }: Machine): Promise<Agent> {
  const body = { name: "Support", type: "email_inbound", maxRepliesPerCorrespondentPerHour: 60 } as const;
  return ok(client.as(token).POST("/api/automation/agents", { body }));
}

/** Names the mailbox on the agent's page. @returns the test mail that Latchkey wrote to it */
export async function askForTest({ client, token, stack }: Machine, agent: Agent, mailbox: string) {
  const before = await outbox(stack);
  const params = { path: { id: agent.id } };
  await ok(client.as(token).POST("/api/automation/agents/{id}/mailboxes", { params, body: { address: mailbox } }));
  for (const end = Date.now() + 60_000; Date.now() < end; await delay(100)) {
    const mail = (await outbox(stack)).slice(before.length).find(({ to }) => to.includes(mailbox));
    if (mail !== undefined) return mail;
  }
  throw new Error(`No test mail left for ${mailbox}.`);
}

export async function mailboxOf({ client, token }: Machine, agent: Agent, address: string) {
  const params = { path: { id: agent.id } };
  const { mailboxes } = await ok(client.as(token).GET("/api/automation/agents/{id}/mailboxes", { params }));
  const found = mailboxes.find((mailbox) => mailbox.address === address);
  if (found === undefined) throw new Error(`The agent has no mailbox ${address}.`);
  return found;
}

/** Hands in what the servers passed on, with the verdicts of a receiving server. @returns what became of it, once at rest */
export async function handIn({ stack, client, token }: Machine, mail: Arrived, zone: Zone) {
  const verdicts = await judge(mail, zone);
  const query = new URLSearchParams({ from: mail.from, ...verdicts });
  for (const one of mail.to) query.append("to", one);
  const response = await fetch(`${stack.url}/_local/mail?${query}`, { method: "POST", body: new Uint8Array(mail.raw) });
  const { message_id } = z.object({ message_id: z.string() }).parse(await response.json());
  const [found] = await client.runsOf(message_id);
  return { verdicts, run: found && (await client.run(token, found.run_id)) };
}

async function outbox({ url }: LocalStack) {
  return z.array(outgoingMail).parse(await (await fetch(`${url}/_local/outbox`)).json());
}
