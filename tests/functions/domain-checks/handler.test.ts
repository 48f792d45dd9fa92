import { GetEmailIdentityCommand } from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkDue } from "../../../functions/domain-checks/handler.ts";
import { checkDomain } from "../../../shared/domains/check-domain.ts";
import { webhookJob } from "../../../shared/webhooks/webhook-job.ts";
import { type DomainWorld, startDomainWorld } from "../../support/domain-world.ts";
import { takeMessages } from "../../support/take-messages.ts";
import { someEndpoint } from "../../support/webhooks.ts";

const DOMAIN = "bakery.example";

let world: DomainWorld;
beforeEach(async () => {
  world = await startDomainWorld();
});
afterEach(() => world.stop());

const holder = () => world.deps.holders.get(DOMAIN);
const identity = () => world.aws.sesv2.send(new GetEmailIdentityCommand({ EmailIdentity: DOMAIN }));

test("the schedule alone takes a domain from its record to replies, and looks less often as time goes by", async () => {
  await world.claim("alice", DOMAIN);
  const waits: number[] = [];
  for (let time = 0; time < 24; time++) {
    await world.sweep();
    const { checked_at = "", next_check_at } = await world.row("alice", DOMAIN);
    waits.push((Date.parse(next_check_at) - Date.parse(checked_at)) / 60_000);
    world.tick((waits.at(-1) ?? 0) * 60);
  }
  expect(waits.slice(0, 9)).toEqual(Array(9).fill(1));
  expect(waits.at(-1)).toBe(360);
  expect(waits.toSorted((a, b) => a - b)).toEqual(waits);

  await world.publish("alice", DOMAIN, "proof");
  await world.sweep();
  world.tick(60);
  await world.sweep();
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven" });
  await world.publish("alice", DOMAIN);
  world.tick(6 * 3_600);
  await world.sweep();
  expect(await holder()).toMatchObject({ user_id: "alice", can_send: true });
});

test("a claim that nobody proves is given up after two weeks, until its owner asks", async () => {
  await world.claim("alice", DOMAIN);
  world.tick(15 * 24 * 3_600);
  await world.sweep();
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "expired" });
  expect(await world.deps.domains.due(world.deps.now(), 10)).toEqual([]);
  await world.publish("alice", DOMAIN, "proof");
  await world.check("alice", DOMAIN);
  world.tick(60);
  await world.sweep();
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven" });
});

test("an owner's program is told once that a domain is ready", async () => {
  await world.webhooks.endpoints.add(someEndpoint());
  const { proven_at } = await world.prove("alice", DOMAIN);
  await world.look("alice", DOMAIN, 2);
  const told = (await takeMessages(world.aws.sqs, world.webhooks.queueUrl)).map((each) => webhookJob.parse(each));
  expect(told).toMatchObject([
    { events: [{ payload: { type: "domain.verified", timestamp: proven_at, data: { domain: DOMAIN } } }] },
  ]);
});

test("what is not due is not looked at", async () => {
  await world.claim("alice", DOMAIN);
  await world.sweep();
  await world.sweep();
  expect(await world.row("alice", DOMAIN)).toMatchObject({ checks: 1 });
});

test("a removal that broke off at any step is finished by the schedule", async () => {
  for (const broken of ["identities", "holders", "domains"] as const) {
    await world.prove("alice", DOMAIN);
    const row = await world.deps.domains.markRemoving("alice", DOMAIN, world.deps.now());
    expect(row).toBeDefined();
    // What the crash left: nothing done, the identity gone, or the holder gone too.
    if (broken !== "identities" && row) await world.deps.identities.remove(row);
    if (broken === "domains" && row) await world.deps.holders.release(row);
    world.tick(7 * 3_600);
    await world.sweep();
    expect(await world.deps.domains.get("alice", DOMAIN)).toBeUndefined();
    expect(await holder()).toBeUndefined();
    await expect(identity()).rejects.toThrow("does not exist");
  }
});

test("a check that is overtaken by the removal leaves nothing behind", async () => {
  await world.claim("alice", DOMAIN);
  await world.publish("alice", DOMAIN, "proof");
  await world.look("alice", DOMAIN, 1);
  world.tick(60);
  const before = await world.row("alice", DOMAIN);
  await world.remove("alice", DOMAIN);
  expect(await checkDomain(before, world.deps)).toBeUndefined();
  expect(await holder()).toBeUndefined();
  await expect(identity()).rejects.toThrow("does not exist");
});

test("a holder whose claim is gone blocks nobody", async () => {
  const row = await world.prove("alice", DOMAIN);
  await world.deps.domains.remove(row);
  await world.prove("bob", DOMAIN);
  expect(await holder()).toMatchObject({ user_id: "bob", can_send: true });
});

test("a check that crashes after SES made the identity is completed by the next", async () => {
  await world.claim("alice", DOMAIN);
  await world.publish("alice", DOMAIN, "proof");
  await world.look("alice", DOMAIN, 1);
  world.tick(60);
  const row = await world.row("alice", DOMAIN);
  const broken = { ...world.deps.identities, ensure: async () => Promise.reject(new Error("The process ended")) };
  const identities = Object.assign(Object.create(world.deps.identities), { ensure: broken.ensure });
  await expect(checkDomain(row, { ...world.deps, identities })).rejects.toThrow("The process ended");
  await world.deps.identities.ensure(row);
  await world.sweep();
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven", signing: "pending" });
  expect((await world.row("alice", DOMAIN)).dkim_tokens).toHaveLength(3);
});

test("one claim that fails keeps no other waiting, and all that fail are an alarm", async () => {
  await world.claim("alice", DOMAIN);
  await world.claim("bob", "other.example");
  const askDns: typeof world.deps.askDns = (record) => {
    if (record.name.endsWith(DOMAIN)) throw new Error("A fault of ours");
    return world.deps.askDns(record);
  };
  const deadline = new Date(world.deps.now().getTime() + 60_000);
  await checkDue(deadline, { ...world.deps, askDns });
  expect(await world.row("bob", "other.example")).toMatchObject({ checks: 1 });
  expect(await world.row("alice", DOMAIN)).toMatchObject({ checks: 0 });
  await expect(checkDue(deadline, { ...world.deps, askDns })).rejects.toThrow("No claim of a domain could be checked");
});
