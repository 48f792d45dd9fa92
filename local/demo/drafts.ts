import { setTimeout as delay } from "node:timers/promises";
import { ok } from "../../packages/client/src/index.ts";
import { isAtRest } from "../../shared/runs/ledger.ts";
import type { Client, RunDetail } from "./client.ts";
import { headerOf, mailFrom } from "./mails.ts";
import type { Agent, Person } from "./people.ts";
import { check, line } from "./print.ts";

const PATIENCE_MS = 30_000;

/** The owner sends a test mail to an agent. */
export async function tryAgent(client: Client, { token }: Person, agent: Agent): Promise<void> {
  const body = { subject: "A test", text: "What can you do for me?" };
  const path = { params: { path: { id: agent.id } } };
  const { run_id } = await ok(client.as(token).POST("/api/automation/agents/{id}/test", { ...path, body }));
  const run = await atRest(client, token, run_id);
  line(`"${run.subject}": ${run.answer}`);
  check(run.state === "observed", "the answer to a test mail is shown to the owner and not mailed");
}

/** Answers wait for their owner, who approves one in two browsers at once. */
export async function approveDraft(
  client: Client,
  { token }: Person,
  agent: Agent,
  values: Record<string, string>,
): Promise<void> {
  const api = client.as(token);
  const path = { params: { path: { id: agent.id } } };
  await ok(api.PATCH("/api/automation/agents/{id}", { ...path, body: { mode: "draft" } }));
  const raw = await mailFrom("opening-hours", values);
  const from = /<([^>]+)>/.exec(headerOf(raw, "From"))?.[1] ?? "";
  const [arrived] = await client.runsOf(await client.mail(raw, from, [agent.address]));
  const id = arrived?.run_id ?? "";
  const draft = await client.run(token, id);
  check(draft.state === "drafted", `the answer to "${draft.subject}" waits as a draft`);

  const body = { text: "We are open from nine to five." };
  const approve = () => api.POST("/api/conversations/{id}/approve", { params: { path: { id } }, body });
  const statuses = (await Promise.all([approve(), approve()])).map(({ response }) => response.status).toSorted();
  check(statuses.join() === "202,409", "a draft approved in two browsers at once is approved once");
  const sent = await atRest(client, token, id);
  check(
    sent.state === "replied" && (await client.replyOf(id)).raw.includes(body.text),
    "the reply has the owner's own text",
  );
}

/** The run, once it is at rest. */
async function atRest(client: Client, token: string, id: string): Promise<RunDetail> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await delay(100)) {
    const run = await client.run(token, id);
    if (isAtRest(run)) return run;
  }
  throw new Error(`Run ${id} did not come to an end within ${PATIENCE_MS / 1000} s.`);
}
