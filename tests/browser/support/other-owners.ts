import { mailboxKey } from "../../../shared/correspondents/mailbox-key.ts";
import { type Counter, counterName } from "../../../shared/usage/counter-name.ts";
import { putRuns, restingRun } from "../../support/many-runs.ts";
import { createAgent, type Person, signUp, storeKey } from "../../support/people.ts";
import { putRows } from "../../support/put-rows.ts";
import { answer, payer } from "../../support/runs.ts";
import type { TestStack } from "../../support/stack.ts";

/** The most that an owner may have. */
const AGENTS = 100;
const DAYS = 90;
const DAY_MS = 24 * 60 * 60_000;

const LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselbundverwaltung";
const LONG_ADDRESS = `${"long.".repeat(11)}name@${"department.".repeat(8)}example`;
const LONG_MODEL = "ft:gpt-4o-2024-08-06:the-organisation-with-the-long-name:support-agent-of-last-summer:9pQrStUv";

/** An owner whose names are all as long as the API allows, or cannot be wrapped. */
export async function meetWordy(stack: TestStack): Promise<{ person: Person; agentId: string; runId: string }> {
  const person = await signUp(
    stack,
    `Maximiliane ${LONG_WORD}`.slice(0, 80),
    `maximiliane.${"of-the-long-names.".repeat(2)}at-home@correspondence.department-of-everything.example`,
  );
  await storeKey(stack, person, "openai", "sk-demo-wordy-0123456789", LONG_MODEL);
  const agent = await createAgent(stack, person, { name: LONG_WORD.padEnd(80, "s") });
  const of = { user_id: person.id, agent_id: agent.id, recipient: agent.address };
  const from = `"${LONG_WORD} ${LONG_WORD}" <${LONG_ADDRESS}>`;
  const answered = restingRun("wordy-1", 30, {
    ...of,
    from,
    answer: { ...answer, text: `${LONG_WORD}${LONG_WORD}\n\nhttps://shop.example/${"a/".repeat(90)}` },
    payer: { ...payer, model_name: LONG_MODEL },
    subject: `${LONG_WORD}${LONG_WORD}`,
    text: `See https://shop.example/${"path-without-an-end".repeat(8)} and ${LONG_WORD}${LONG_WORD}.`,
    attachments: [{ filename: `${LONG_WORD}-${LONG_WORD}.pdf`, mime_type: "application/pdf", size: 123_456_789 }],
  });
  const held = restingRun("wordy-2", 20, {
    ...of,
    from,
    state: "held",
    reason: "monthly_budget",
    subject: "Re: Re: Fwd: Re: ".repeat(12),
  });
  await putRuns(stack, [answered, held]);
  await block(stack, person, agent.id, answered.run_id);
  await putUsage(stack, person, [{ day: 0, agentId: agent.id, provider: "openai", model: LONG_MODEL, mails: 1 }]);
  return { person, agentId: agent.id, runId: answered.run_id };
}

/** An owner with the most agents that one may have, and with `mails` mails. */
export async function meetBusy(stack: TestStack, mails: number): Promise<Person> {
  const person = await signUp(stack, "Berta");
  await storeKey(stack, person, "openai", "sk-demo-berta-0123456789", "gpt-4o");
  const agents: string[] = [];
  for (let at = 1; at <= AGENTS; at += 1) {
    agents.push((await createAgent(stack, person, { name: `Shop ${at}` })).id);
  }
  const agentOf = (at: number) => agents[at % AGENTS] ?? "";
  const states = ["replied", "replied", "replied", "skipped", "drafted", "replied", "held"] as const;
  const runs = Array.from({ length: mails }, (_, at) => {
    const state = states[at % states.length] ?? "replied";
    return restingRun(`busy-${at}`, at * 7, {
      user_id: person.id,
      agent_id: agentOf(at),
      state,
      ...(state === "held" && { reason: "daily_limit" as const }),
      ...(state === "skipped" && { reason: "mailing_list" as const }),
      ...(state !== "held" && state !== "skipped" && { answer, payer }),
      from: `Customer ${at} <customer${at}@shops.example>`,
      subject: `Order ${100_000 + at}`,
    });
  });
  await putRuns(stack, runs);
  const used = Array.from({ length: DAYS }, (_, day) => ({
    day,
    agentId: agentOf(day),
    provider: "openai" as const,
    model: "gpt-4o",
    mails: 60 + ((day * 37) % 90),
  }));
  await putUsage(stack, person, used);
  return person;
}

/** Blocks a correspondent as a permanent bounce does. */
async function block(stack: TestStack, { id: user_id }: Person, agentId: string, run_id: string): Promise<void> {
  const id = mailboxKey(agentId, LONG_ADDRESS);
  const blocked_at = new Date().toISOString();
  const row = {
    user_id,
    correspondent: `${agentId}:${id}`,
    id,
    address: LONG_ADDRESS,
    reason: "bounced",
    run_id,
    blocked_at,
  };
  await putRows(stack, "BLOCKED_TABLE", [row]);
}

type Used = Pick<Counter, "agentId" | "provider" | "model"> & { /** Days before today. */ day: number; mails: number };

/** Adds counters as the runner does when a mail is answered. */
async function putUsage(stack: TestStack, { id }: Person, used: Used[]): Promise<void> {
  const rows = used.map(({ day, mails, ...key }) => {
    const name = (field: Counter["field"]) => counterName({ ...key, paidBy: "owner", field });
    return {
      user_id: id,
      day: new Date(Date.now() - day * DAY_MS).toISOString().slice(0, 10),
      [name("mails")]: mails,
      [name("tokens_in")]: mails * 812,
      [name("tokens_out")]: mails * 164,
      [name("cost_nano_usd")]: mails * 3_670_000,
    };
  });
  await putRows(stack, "USAGE_TABLE", rows);
}
