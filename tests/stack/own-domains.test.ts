import { simpleParser } from "mailparser";
import { expect, test } from "vitest";
import * as z from "zod";
import { createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { withStack } from "../support/stack.ts";

const stack = withStack();

const DOMAIN = "bakery.example";
const SUPPORT = `support@${DOMAIN}`;
const shown = z.object({
  domain: z.string(),
  state: z.string(),
  can_send: z.boolean(),
  can_receive: z.boolean(),
  records: z.array(z.object({ id: z.string(), type: z.string(), name: z.string(), value: z.string() })),
});

const call = (who: Person, method: string, path: string, body?: object) =>
  stack().api(method, `/api/domains${path}`, { token: who.token, ...(body && { body }) });
const get = async (who: Person) => shown.parse((await call(who, "GET", `/${DOMAIN}`)).json);

/** Copies what the page shows into this machine's DNS, as the web app's button does. */
async function publish(who: Person): Promise<void> {
  const { records } = await get(who);
  const body = records.map(({ name, type, value }) => ({ name, type, values: [value] }));
  expect((await stack().api("PUT", "/_local/dns", { body })).status).toBe(204);
}

/** Asks for a check until the domain is as wanted; sightings count half a minute apart, so the first ones are too soon. */
async function until(who: Person, done: (domain: z.infer<typeof shown>) => boolean): Promise<void> {
  const check = async () => done(shown.parse((await call(who, "POST", `/${DOMAIN}/check`)).json));
  await expect.poll(check, { timeout: 90_000, interval: 5_000 }).toBe(true);
}

test("a domain goes from a claim to an answer that is signed for it, with the roles as they are deployed", {
  timeout: 240_000,
}, async () => {
  const alice = await signUp(stack(), "Alice");
  const mallory = await signUp(stack(), "Mallory");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  const agent = await createAgent(stack(), alice);
  await call(mallory, "POST", "", { domain: DOMAIN });
  expect(await call(alice, "POST", "", { domain: `Https://${DOMAIN.toUpperCase()}/` })).toMatchObject({ status: 201 });

  await publish(alice);
  await until(alice, ({ state }) => state === "proven");
  await publish(alice);
  await until(alice, ({ can_send, can_receive }) => can_send && can_receive);

  const patch = (body: object) =>
    stack().api("PATCH", `/api/automation/agents/${agent.id}`, { token: alice.token, body });
  const added = await stack().api("POST", `/api/automation/agents/${agent.id}/addresses`, {
    token: alice.token,
    body: { address: SUPPORT, isPrimary: false },
  });
  expect(added.status).toBe(201);
  expect((await patch({ answerFrom: SUPPORT })).status).toBe(200);

  // By MX to the domain, and by a forward to the agent's own address: both are answered as support@.
  for (const to of [SUPPORT, agent.address]) {
    const mail = { from: "carol@customer.example", to, subject: `Hours ${to}`, text: "When are you open?" };
    const [run] = await stack().waitForRun(await stack().sendMail(mail));
    expect(run).toMatchObject({ state: "replied", user_id: alice.id });
    const sent = (await stack().outbox()).find(({ run_id }) => run_id === run?.run_id);
    expect(sent).toMatchObject({ from: SUPPORT, signed_by: DOMAIN });
    expect((await simpleParser(sent?.raw ?? "")).from?.value[0]?.address).toBe(SUPPORT);
  }
  const unknown = await stack().sendMail({ from: "c@customer.example", to: `x@${DOMAIN}`, subject: "x", text: "x" });
  await expect.poll(async () => (await stack().mailState(unknown)).routed).toBe(true);
  expect((await stack().mailState(unknown)).runs).toEqual([]);

  // A stranger sees nothing of it, and gets nothing while the record stands.
  expect((await call(mallory, "GET", `/${DOMAIN}`)).status).toBe(200);
  expect((await get(mallory)).state).toBe("pending");
  const foreign = await stack().api(
    "POST",
    `/api/automation/agents/${(await createAgent(stack(), mallory)).id}/addresses`,
    {
      token: mallory.token,
      body: { address: `sales@${DOMAIN}`, isPrimary: false },
    },
  );
  expect(foreign.status).toBe(400);

  // Removed, it is nobody's: mail to it reaches no agent, and answers that would leave from it are held.
  expect((await call(alice, "DELETE", `/${DOMAIN}`)).status).toBe(204);
  const late = { from: "dora@customer.example", to: agent.address, subject: "Late", text: "Still open?" };
  const [held] = await stack().waitForRun(await stack().sendMail(late));
  expect(held).toMatchObject({ state: "held", reason: "domain_unproven" });
  await patch({ answerFrom: null });
  await stack().waitForRun(await stack().sendMail({ ...late, subject: "Later" }), ([run]) => run?.state === "replied");
  expect(stack().denied).toEqual([]);
});
