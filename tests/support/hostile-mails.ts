import { setTimeout as delay } from "node:timers/promises";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { type Agent, createAgent, signUp, storeKey } from "./people.ts";
import type { MailRun, TestStack } from "./stack.ts";

export type Flood = { hostile: { state: string; claims: number }[]; others: string[] };

/** One line that a pattern with two unbounded runs beside each other reads once for each of its blanks. */
const SLOW_LINE = `a${" ".repeat(69_900)}b`;

/**
 * Mails with such a line to one owner's agent, one after the other, and after each an ordinary one to another owner's.
 * @returns what became of them, in the order of their arrival
 */
export async function floodWithSlowMails(stack: TestStack, times: number): Promise<Flood> {
  const [mallory, bob] = [await signUp(stack, "Mallory"), await signUp(stack, "Bob")];
  await storeKey(stack, mallory, "openai", "sk-demo-mallory-0123456789", "gpt-4");
  await storeKey(stack, bob, "openai", "sk-demo-bob-0123456789", "gpt-4");
  const [theirs, his] = [await createAgent(stack, mallory), await createAgent(stack, bob)];
  const sent: { slow: string; ordinary: string }[] = [];
  for (let i = 0; i < times; i++) {
    sent.push({
      slow: await mail(stack, theirs, `mallory@m${i}.example`, SLOW_LINE),
      ordinary: await mail(stack, his, `carol@c${i}.example`, "When do you open?"),
    });
  }
  // From the table, since this machine's API is slow to answer while its cores are taken.
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const runs = new RunStore(DynamoDBDocumentClient.from(clients.dynamo), stack.names["RUNS_TABLE"] ?? "");
  const hostile: Flood["hostile"] = [];
  const others: string[] = [];
  for (const { slow, ordinary } of sent) {
    others.push((await atRest(stack, ordinary)).state);
    const { user_id, run_id, state } = await atRest(stack, slow);
    const run = await runs.get(user_id, run_id);
    hostile.push({ state, claims: run?.timeline.filter(({ event }) => event.startsWith("claim")).length ?? 0 });
  }
  destroy(clients);
  return { hostile, others };
}

function mail(stack: TestStack, { address }: Agent, from: string, text: string): Promise<string> {
  return stack.handIn(`From: ${from}\r\nTo: ${address}\r\nSubject: Hours\r\n\r\n${text}\r\n`, { from, to: address });
}

/** Waits for as long as three tries may take. */
async function atRest(stack: TestStack, messageId: string): Promise<MailRun> {
  const deadline = Date.now() + 20 * 60_000;
  for (;;) {
    const { runs } = await stack.mailState(messageId);
    const [run] = runs;
    if (run && isAtRest(run)) return run;
    if (Date.now() > deadline) throw new Error(`A mail is still not at rest: ${JSON.stringify(runs)}`);
    await delay(200);
  }
}
