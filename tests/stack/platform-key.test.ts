import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { synthesize } from "../../local/synth.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import { fingerprint } from "../../shared/ai-configs/mask.ts";
import { createAgent, type Person, proveEmail, readRun, signUp, storeKey } from "../support/people.ts";
import { allSinks, disguises, Overheard } from "../support/sinks.ts";
import { startTestStack, type TestStack } from "../support/stack.ts";

const SECRET = "latchkey/platform";
const PLATFORM_KEY = "AIza-demo-Pq7Zw3Kd9LmX2vTs6Rb1";

let outdir: string;
let stack: TestStack;
const overheard = new Overheard();

beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), "latchkey-platform-"));
  const context = {
    platformKeySecretName: SECRET,
    platformProvider: "gemini",
    platformModel: "gemini-2.5-flash",
    platformMailsPerMonth: 2,
  };
  await synthesize({ outdir, context });
  stack = await startTestStack({ template: await readTemplate(outdir), onCall: overheard.onCall });
  const put = await stack.api("PUT", `/_local/secret/${encodeURIComponent(SECRET)}`, { body: PLATFORM_KEY });
  expect(put.status).toBe(204);
}, 300_000);
afterAll(async () => {
  await stack?.stop();
  await rm(outdir, { recursive: true, force: true });
});

/** One mail to the person's agent, and its run when it is at rest. */
async function mail(person: Person, address: string, subject: string) {
  const id = await stack.sendMail({ from: "carol@customer.example", to: address, subject, text: "Hello?" });
  const [run] = await stack.waitForRun(id);
  return readRun(stack, person, run?.run_id ?? "");
}

const usage = async (person: Person) =>
  (await stack.api("GET", "/api/usage?group_by=payer", { token: person.token })).json;

it("an owner without a key and with a confirmed address is answered on the platform's key up to the month's quota, and pays nothing", async () => {
  const alice = await signUp(stack, "Alice");
  const agent = await createAgent(stack, alice);
  const calls = (await stack.providerCalls()).length;
  const account = async () => (await stack.api("GET", "/api/account", { token: alice.token })).json;
  const early = await mail(alice, agent.address, "Made up");
  expect(early).toMatchObject({ state: "held", reason: "no_ai_config" });
  expect(await account()).toMatchObject({ platform_key: { available: false, mails_used: 0 } });
  expect(await stack.providerCalls()).toHaveLength(calls);

  await proveEmail(stack, alice);
  // The proof puts the mail back to work that came before it.
  const read = () => readRun(stack, alice, early.id);
  await expect.poll(read).toMatchObject({ state: "replied", paid_by: "platform" });
  expect(await account()).toMatchObject({ platform_key: { available: true, mails_used: 1 } });
  const last = await mail(alice, agent.address, "Two");
  expect(last).toMatchObject({ state: "replied", paid_by: "platform", provider: "gemini", key_fingerprint: null });
  expect(await mail(alice, agent.address, "Three")).toMatchObject({ state: "held", reason: "free_mails_used" });

  const paid = (await stack.providerCalls()).slice(calls);
  expect(paid.map(({ key_fingerprint }) => key_fingerprint)).toEqual(Array(2).fill(fingerprint(PLATFORM_KEY)));
  const report = await usage(alice);
  expect(report).toMatchObject({
    total: { mails: 2, mails_platform: 2, cost_usd: null },
    groups: [{ key: "platform", mails: 2 }],
  });
  expect(JSON.stringify(report)).not.toContain('"platform_cost_usd":0,');
  expect(await account()).toMatchObject({
    month_cost_usd: 0,
    platform_key: { available: false, mails_per_month: 2, mails_used: 2 },
  });

  // A key of her own releases the held mail and pays for it.
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
  expect(await mail(alice, agent.address, "Four")).toMatchObject({ state: "replied", paid_by: "owner" });
});

it("an owner whose key fails is never answered on the platform's key", async () => {
  const bob = await signUp(stack, "Bob");
  await proveEmail(stack, bob);
  const agent = await createAgent(stack, bob);
  await storeKey(stack, bob, "openai", "sk-demo-bob-0123456789", "gpt-4");
  const calls = (await stack.providerCalls()).length;
  await stack.answerWith({ status: 401, text: "Incorrect API key", times: 1 });
  expect(await mail(bob, agent.address, "Refused")).toMatchObject({ state: "held", reason: "key_rejected" });
  expect(await mail(bob, agent.address, "Still")).toMatchObject({ state: "held", reason: "key_rejected" });
  const other = await createAgent(stack, bob, { provider: "anthropic" });
  expect(await mail(bob, other.address, "No such key")).toMatchObject({ state: "held", reason: "no_ai_config" });
  const asked = (await stack.providerCalls()).slice(calls);
  expect(asked.map(({ key_fingerprint }) => key_fingerprint)).not.toContain(fingerprint(PLATFORM_KEY));
});

it("a dead platform key holds the mail as if there were none", async () => {
  const dora = await signUp(stack, "Dora");
  await proveEmail(stack, dora);
  const agent = await createAgent(stack, dora);
  await stack.answerWith({ status: 403, text: `Refused: ${PLATFORM_KEY}`, times: 1 });
  const run = await mail(dora, agent.address, "Dead");
  expect(run).toMatchObject({ state: "held", reason: "no_ai_config" });
  expect(JSON.stringify(run)).not.toContain(PLATFORM_KEY.slice(0, 14));
  expect(stack.logs.some((line) => line.includes("platform_key_failed"))).toBe(true);
});

it("only the runner has read the secret, and no sink contains the platform's key in any form", async () => {
  expect(stack.denied).toEqual([]);
  const sinks = [...(await allSinks(stack)), ...overheard.sinks];
  expect(sinks.some(({ name }) => name.startsWith("to dynamodb"))).toBe(true);
  const found = Object.entries(disguises(PLATFORM_KEY)).flatMap(([form, bytes]) =>
    sinks.filter(({ content }) => content.includes(bytes)).map(({ name }) => `${name} holds the key as ${form}`),
  );
  expect(found).toEqual([]);
});
