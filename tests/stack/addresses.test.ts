import { beforeAll, expect, test } from "vitest";
import { addressList } from "../../shared/api/address-schemas.ts";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { putRows } from "../support/put-rows.ts";
import { withStack } from "../support/stack.ts";

const CAROL = "carol@customer.example";
const stack = withStack();
let alice: Person;
let bob: Person;
let agent: Agent;
let domain = "";
beforeAll(async () => {
  alice = await signUp(stack(), "Alice");
  bob = await signUp(stack(), "Bob");
  await storeKey(stack(), alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  agent = await createAgent(stack(), alice, { address: "Support-Acme" });
  domain = agent.address.split("@")[1] ?? "";
});

const path = () => `/api/automation/agents/${agent.id}/addresses`;
const at = (name: string) => `${name}@${domain}`;

async function change(method: string, rest: string, body?: object) {
  const answer = await stack().api(method, `${path()}${rest}`, { token: alice.token, ...(body && { body }) });
  expect(answer.status, answer.text).toBeLessThan(300);
  return answer.json === undefined ? [] : addressList.parse(answer.json).addresses;
}

/** Sends a mail, and waits for its reply. @returns the raw reply with what the outbox knows of it */
async function answered(to: string[], headers: Record<string, string> = {}, from = CAROL) {
  const id = await stack().sendMail({ from, to, subject: "Hours", text: "When do you open?", headers });
  const runs = await stack().waitForRun(id);
  expect(runs.map(({ state }) => state)).toEqual(["replied"]);
  const [reply] = (await stack().outbox()).filter(({ run_id }) => run_id === runs[0]?.run_id);
  if (reply === undefined) throw new Error("The reply is in the outbox");
  return reply;
}

const idIn = (raw: string) => /^References: (?:[^\r]|\r\n )*(<[^<>]+>)\r$/m.exec(raw)?.[1] ?? "";

test("an answer leaves from the chosen address, and a tag goes on working", async () => {
  expect(agent.address).toBe(at("support-acme"));
  expect((await answered([at("Support-Acme+hours")])).from).toBe(at("support-acme"));
});

test("with several addresses, each mail is answered from the one that it came to, and so is the rest of its thread", async () => {
  await change("POST", "", { address: "orders.acme" });
  const first = await answered([at("orders.acme")]);
  expect(first.from).toBe(at("orders.acme"));
  expect(first.raw).toMatch(new RegExp(`^From: .*<orders\\.acme@${domain}>\\r$`, "m"));
  const next = await answered([first.from], { References: idIn(first.raw), "In-Reply-To": idIn(first.raw) });
  expect(next.from).toBe(at("orders.acme"));
  const [one, other] = await Promise.all(
    [first, next].map(async ({ run_id }) => (await readRun(stack(), alice, run_id ?? "")).thread_id),
  );
  expect(one).toBe(other);
});

test("a mail to two addresses of one agent gets one answer", async () => {
  const { from } = await answered([at("orders.acme"), at("support-acme")], {}, "dora@customer.example");
  expect([at("orders.acme"), at("support-acme")]).toContain(from);
});

test("an agent does not answer mail that names one of its own addresses as its sender", async () => {
  const id = await stack().sendMail({ from: at("orders.acme"), to: at("support-acme"), subject: "Me", text: "Me" });
  expect(await stack().waitForRun(id)).toMatchObject([{ state: "skipped", reason: "own_domain" }]);
});

test("an address that is replaced is answered until its end, and after it nobody hears anything", async () => {
  const list = await change("POST", "/support-acme/replace", { address: "acme-help-desk", keepDays: 30 });
  expect(list[0]).toMatchObject({ address: at("acme-help-desk"), is_primary: true });
  expect((await answered([at("support-acme")], {}, "emil@customer.example")).from).toBe(at("support-acme"));
  const ids = { user_id: alice.id, agent_id: agent.id };
  const ended = { ...ids, address: at("support-acme"), ends_at: new Date(Date.now() - 1).toISOString() };
  await putRows(stack(), "ADDRESSES_TABLE", [ended]);
  const id = await stack().sendMail({ from: "fay@customer.example", to: at("support-acme"), subject: "a", text: "b" });
  expect(await stack().waitForRun(id, () => true)).toEqual([]);
  expect((await stack().outbox()).filter(({ to }) => to.includes("fay@customer.example"))).toEqual([]);
});

test("a test mail is answered by the primary address", async () => {
  const sent = await stack().api("POST", `/api/automation/agents/${agent.id}/test`, { token: alice.token, body: {} });
  expect(sent.json, sent.text).toMatchObject({ run_id: expect.any(String) });
  const run = await readRun(stack(), alice, String(Object(sent.json).run_id));
  expect(run).toMatchObject({ recipient: at("acme-help-desk") });
});

test("what Alice has or had is nobody else's, and Bob is told no more than that", async () => {
  await change("DELETE", "/support-acme");
  const check = async (name: string) =>
    (await stack().api("GET", `/api/automation/addresses/${encodeURIComponent(name)}`, { token: bob.token })).json;
  const answers = [await check(at("Orders.Acme")), await check("orders-acme"), await check("support-acme")];
  expect(answers).toMatchObject([{ reason: "taken" }, { reason: "misleading" }, { reason: "taken" }]);
  for (const text of [alice.id, agent.id, alice.email]) expect(JSON.stringify(answers)).not.toContain(text);
  const body = { name: "Support", type: "email_inbound", address: "support-acme" };
  const refused = await stack().api("POST", "/api/automation/agents", { token: bob.token, body });
  expect(refused).toMatchObject({ status: 409, json: { code: expect.stringMatching(/^address_/) } });
  expect(stack().denied).toEqual([]);
});

test("mail to a role address of the domain reaches the operator with the mail attached, and its sender hears nothing", async () => {
  const mail = {
    from: "gus@customer.example",
    to: [`Abuse@${domain}`, at("orders.acme")],
    subject: "Spam!",
    text: "Stop.",
  };
  const id = await stack().sendMail(mail);
  const toOperator = async () => (await stack().outbox()).filter(({ to }) => to.includes("operator@latchkey.test"));
  await expect.poll(toOperator).toHaveLength(1);
  const [{ from, raw } = { from: "", raw: "" }] = await toOperator();
  expect(from).toBe(at("notices"));
  expect(raw).toContain(`Subject: Mail to abuse@${domain}`);
  expect(raw).toContain("Subject: Spam!");
  expect(await stack().waitForRun(id)).toMatchObject([{ agent_id: agent.id }]);
  // What the operator's mailbox sends back goes no further.
  await stack().handIn(raw, { from: "ops@firm.example", to: [`postmaster@${domain}`] });
  await expect.poll(() => stack().logs.filter((line) => line.includes("operator_mail_dropped"))).toHaveLength(1);
  expect(await toOperator()).toHaveLength(1);
  expect(stack().denied).toEqual([]);
});
