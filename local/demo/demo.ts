import { parseArgs } from "node:util";
import { randomId } from "../../shared/ids.ts";
import { Client, type RunDetail } from "./client.ts";
import { approveDraft, tryAgent } from "./drafts.ts";
import { headerOf, mailFrom } from "./mails.ts";
import { type Agent, createAgent, type Key, type Person, signUp, storeKey } from "./people.ts";
import { check, line, step, table } from "./print.ts";

type Answered = { owner: Person; agent: Agent; run: RunDetail; reply: string };
type Desk = { owner: Person; agent: Agent };

/** Plays the founding story against a running Latchkey over real HTTP and real SMTP. */
async function play(client: Client): Promise<void> {
  const run = randomId(6);

  step("1. Alice and Bob sign up.");
  const alice = await signUp(client, "Alice", run);
  const bob = await signUp(client, "Bob", run);
  line("Each has an access token.");

  step("2. Each stores keys of their own. Only the mask comes back.");
  showKey(alice, await storeKey(client, alice, "openai", "gpt-4"));
  showKey(bob, await storeKey(client, bob, "gemini", "gemini-2.5-flash"));
  showKey(bob, await storeKey(client, bob, "anthropic", "claude-sonnet-4-5"));

  step("3. Each creates agents. An agent has an e-mail address.");
  const support = { owner: alice, agent: await createAgent(client, alice, "Alice's support") };
  const bookings = { owner: bob, agent: await createAgent(client, bob, "Bob's bookings") };
  const desk = { owner: bob, agent: await createAgent(client, bob, "Bob's desk", "anthropic") };
  for (const { agent } of [support, bookings, desk]) line(`${agent.name}: ${agent.address}`);

  step("4. Mails arrive, and each agent answers in the same thread.");
  const values = { run, alice: support.agent.address, bob: bookings.agent.address, desk: desk.agent.address };
  const first = await deliver(client, "delivery-question", values, [support]);
  const answer = first[0] ? headerOf(first[0].reply, "Message-ID") : "";
  const second = await deliver(client, "delivery-follow-up", { ...values, answer }, [support]);
  check(first[0]?.run.thread_id === second[0]?.run.thread_id, "the follow-up is in the thread of the first mail");
  const third = await deliver(client, "booking-question", values, [bookings]);
  const both = await deliver(client, "to-both", values, [support, desk]);
  check(both.length === 2, "one mail to two agents of two owners got two answers, each on its owner's key");
  await ignore(client, "out-of-office", values, support);

  step("5. Who paid for what.");
  showBill([...first, ...second, ...third, ...both]);

  step("6. Alice sends her agent a test mail, and then has its answers wait for her approval.");
  await tryAgent(client, alice, support.agent);
  await approveDraft(client, alice, support.agent, values);

  step("7. Bob tries to read, use and delete Alice's data.");
  await intrude(client, bob, support.agent, first[0]?.run.id ?? "");
}

function showKey(owner: Person, key: Key): void {
  line(`${owner.name}: ${key.provider} ${key.api_key} (fingerprint ${key.key_fingerprint}), model ${key.model_name}`);
}

/** Sends one mail to one or more agents and waits for all of their answers. */
async function deliver(client: Client, file: string, values: Record<string, string>, desks: Desk[]) {
  const raw = await mailFrom(file, values);
  const from = senderOf(raw);
  const id = await client.mail(
    raw,
    from,
    desks.map(({ agent }) => agent.address),
  );
  const runs = await client.runsOf(id);
  const answered: Answered[] = [];
  for (const { owner, agent } of desks) {
    const state = runs.find(({ agent_id }) => agent_id === agent.id);
    if (state?.state !== "replied") throw new Error(`${agent.name} did not reply: ${JSON.stringify(state)}`);
    const run = await client.run(owner.token, state.run_id);
    const reply = (await client.replyOf(state.run_id)).raw;
    if (answered.length === 0) line(`"${run.subject}" from ${from}`);
    check(headerOf(reply, "In-Reply-To") === headerOf(raw, "Message-ID"), `${agent.name} answered in the thread`);
    answered.push({ owner, agent, run, reply });
  }
  return answered;
}

/** Sends one mail that must not be answered. */
async function ignore(client: Client, file: string, values: Record<string, string>, { owner, agent }: Desk) {
  const raw = await mailFrom(file, values);
  const [run] = await client.runsOf(await client.mail(raw, senderOf(raw), [agent.address]));
  const detail = await client.run(owner.token, run?.run_id ?? "");
  line(`"${headerOf(raw, "Subject")}": ${detail.state}. ${detail.reason_text}`);
  check(detail.state === "skipped", "a machine's mail gets no answer and costs nothing");
}

function senderOf(raw: string): string {
  return /<([^>]+)>/.exec(headerOf(raw, "From"))?.[1] ?? "";
}

function showBill(answered: Answered[]): void {
  const rows = answered.map(({ owner, agent, run }) => [
    run.subject,
    agent.name,
    owner.name,
    `${run.provider} ${run.key_fingerprint}`,
    run.model_name ?? "",
    `${run.tokens_in} + ${run.tokens_out}`,
    run.cost_usd === null ? "no list price" : `$${run.cost_usd.toFixed(6)}`,
  ]);
  table(["mail", "agent", "owner pays", "on the key", "model", "tokens", "estimated cost"], rows);
  line("The platform paid for no AI.");
}

async function intrude(client: Client, { token }: Person, agent: Agent, runId: string): Promise<void> {
  const api = client.as(token);
  const hers = { params: { path: { id: agent.id } } };
  const run = { params: { path: { id: runId } } };
  const key = { params: { path: { provider: "openai" } } } as const;
  const tries: [string, () => Promise<{ response: Response }>][] = [
    ["read her agent", () => api.GET("/api/automation/agents/{id}", hers)],
    ["rename her agent", () => api.PATCH("/api/automation/agents/{id}", { ...hers, body: { name: "Mine now" } })],
    ["delete her agent", () => api.DELETE("/api/automation/agents/{id}", hers)],
    ["read her mail", () => api.GET("/api/conversations/{id}", run)],
    ["read her mail as it arrived", () => api.GET("/api/conversations/{id}/raw", { ...run, parseAs: "text" })],
    ["see her key's mask", () => api.GET("/api/ai-config/{provider}", key)],
    ["change her key's model", () => api.PATCH("/api/ai-config/{provider}", { ...key, body: { modelName: "gpt-4o" } })],
    ["delete her key", () => api.DELETE("/api/ai-config/{provider}", key)],
  ];
  for (const [what, call] of tries) {
    const { response } = await call();
    check(response.status === 404, `Bob cannot ${what}: 404, as if it were not there`);
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: "string", default: "3000" },
      "smtp-port": { type: "string", default: "2525" },
    },
  });
  const url = `http://127.0.0.1:${values.port}`;
  const up = await fetch(`${url}/api/openapi.json`).catch(() => undefined);
  if (!up?.ok) throw new Error(`Nothing answers at ${url}. Start it in another terminal: npm start`);
  await play(new Client(url, Number(values["smtp-port"])));
  console.log("\nEvery promise held.");
}

main().catch((error: unknown) => {
  console.error(`\n${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
});
