import * as z from "zod/mini";
import { mailboxList } from "../../shared/api/mailbox-schemas.ts";
import type { Agent, Person } from "./people.ts";
import type { SealingHost } from "./sealing.ts";
import type { TestStack } from "./stack.ts";

/** The agent's mailboxes and codes, as its page shows them. */
export async function listMailboxes(stack: TestStack, { token }: Person, agent: Agent) {
  const { json } = await stack.api("GET", `/api/automation/agents/${agent.id}/mailboxes`, { token });
  return z.parse(mailboxList, json);
}

/** The raw test mail that Latchkey wrote to a mailbox, once it has left. */
export async function testMailTo(stack: TestStack, mailbox: string): Promise<string> {
  const found = (await stack.outbox()).findLast(({ to, raw }) => to.includes(mailbox) && /connection test/.test(raw));
  if (found !== undefined) return found.raw;
  await new Promise((resolve) => setImmediate(resolve));
  return testMailTo(stack, mailbox);
}

/** A mailbox elsewhere that passes its mail on to the agent by SMTP, as Postfix with SRS does. */
export async function forward(
  stack: TestStack,
  agent: Pick<Agent, "address">,
  mailbox: string,
  raw: string,
  host?: SealingHost,
) {
  const hop = `Received: from mx.customer.example by mail.acme.example (Postfix) for <${mailbox}>\r\nDelivered-To: ${mailbox}\r\n`;
  const passed = `${hop}${raw}`;
  const sealed = host === undefined ? passed : await host.seal(passed, "dmarc=pass header.from=agents.example.com");
  const from = `SRS0=HHH=TT=agents.example.com=connect@${mailbox.split("@")[1]}`;
  return stack.sendMail({ envelope: { from, to: agent.address }, raw: sealed });
}

/** Names a mailbox on the agent's page, and lets its test mail come back. */
export async function connectMailbox(
  stack: TestStack,
  person: Person,
  agent: Agent,
  mailbox: string,
  host?: SealingHost,
) {
  const { token } = person;
  const path = `/api/automation/agents/${agent.id}/mailboxes`;
  await stack.api("POST", path, { token, body: { address: mailbox } });
  await stack.waitForRun(await forward(stack, agent, mailbox, await testMailTo(stack, mailbox), host));
  return listMailboxes(stack, person, agent);
}
