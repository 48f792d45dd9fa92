import * as z from "zod/mini";

const session = z.object({ token: z.string() });
const agentRow = z.object({ address: z.string() });
const usage = z.object({ total: z.object({ mails: z.number() }) });
const outbox = z.array(z.object({ run_id: z.nullable(z.string()), sent_at: z.string() }));

/** A Latchkey that answers at this address. */
export type Reached = { url: string };

/** Somebody with a demo key and one agent. */
export type Owner = { token: string; address: string };

/** A call of the API. @throws Error with what was answered when it was refused */
export async function call(machine: Reached, route: string, { token, body }: { token?: string; body?: object } = {}) {
  const [method = "GET", path = "/"] = route.split(" ");
  const response = await fetch(machine.url + path, {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${route} answered ${response.status}: ${text}`);
  const json: unknown = text === "" ? undefined : JSON.parse(text);
  return json;
}

export async function signUp(machine: Reached, name: string): Promise<Owner> {
  const account = { email: `${name}@owner.example`, password: "correct horse battery", name };
  const { token } = session.parse(await call(machine, "POST /api/auth/signup", { body: account }));
  const key = { provider: "openai", apiKey: `sk-demo-${name}`, modelName: "gpt-4o-mini" };
  await call(machine, "POST /api/ai-config", { token, body: key });
  return { token, address: await createAgent(machine, token, "Help") };
}

/** @returns the agent's address */
async function createAgent(machine: Reached, token: string, name: string): Promise<string> {
  const body = { name, type: "email_inbound", instructions: "Be short.", maxMailsPerDay: 10_000 };
  return agentRow.parse(await call(machine, "POST /api/automation/agents", { token, body })).address;
}

/** How long the model takes from now on. */
export async function setModelDelay(machine: Reached, ms: number): Promise<void> {
  await call(machine, "PUT /_local/provider-answer", { body: { delay_ms: ms } });
}

/** Mails of these owners that a model has answered; one small request each, so that asking does not slow the machine. */
export async function answeredMails(machine: Reached, owners: Owner[]): Promise<number> {
  const counts = await Promise.all(
    owners.map(async ({ token }) => usage.parse(await call(machine, "GET /api/usage", { token })).total.mails),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** When each reply was sent, oldest first, in milliseconds since 1970. */
export async function sentTimes(machine: Reached): Promise<number[]> {
  const mails = outbox.parse(await call(machine, "GET /_local/outbox"));
  return mails
    .flatMap(({ run_id, sent_at }) => (run_id === null ? [] : [Date.parse(sent_at)]))
    .toSorted((a, b) => a - b);
}
