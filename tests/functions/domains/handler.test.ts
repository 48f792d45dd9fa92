import { CreateEmailIdentityCommand, GetEmailIdentityCommand } from "@aws-sdk/client-sesv2";
import { afterEach, beforeEach, expect, test } from "vitest";
import { MAX_DOMAINS } from "../../../functions/domains/handler.ts";
import { maySendAs } from "../../../shared/domains/may-use.ts";
import { someAgent } from "../../support/agents.ts";
import { type DomainWorld, startDomainWorld } from "../../support/domain-world.ts";

const DOMAIN = "bakery.example";
const SUPPORT = `support@${DOMAIN}`;

let world: DomainWorld;
beforeEach(async () => {
  world = await startDomainWorld();
});
afterEach(() => world.stop());

const maySend = (user_id: string, address = SUPPORT) =>
  maySendAs({ user_id, address }, { holders: world.deps.holders, mailDomain: "agents.example" });
const identity = (name = DOMAIN) => world.aws.sesv2.send(new GetEmailIdentityCommand({ EmailIdentity: name }));
const stateOf = async (who: string) => (await world.row(who, DOMAIN)).state;

test("a domain is proven by two sightings of its record, then signed for, and its owner is told once", async () => {
  await world.claim("alice", DOMAIN);
  await world.look("alice", DOMAIN, 3);
  expect(await stateOf("alice")).toBe("pending");
  await expect(identity()).rejects.toThrow("does not exist");

  await world.publish("alice", DOMAIN, "proof");
  await world.look("alice", DOMAIN, 1);
  expect(await stateOf("alice")).toBe("pending");
  await world.look("alice", DOMAIN, 1);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven", can_send: false, signing: "pending" });
  expect(await maySend("alice")).toBe(false);
  expect(await world.notices()).toEqual([]);

  await world.publish("alice", DOMAIN);
  await world.look("alice", DOMAIN, 2);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ can_send: true, can_receive: true, signing: "verified" });
  expect(await maySend("alice")).toBe(true);
  expect(await world.notices()).toMatchObject([{ kind: "domain_proven", user_id: "alice", domain: DOMAIN }]);
  expect(await world.jobs()).toMatchObject([{ kind: "release", user_id: "alice", mended: "domain" }]);
  expect(await identity()).toMatchObject({
    FeedbackForwardingStatus: false,
    MailFromAttributes: { MailFromDomain: `latchkey-bounce.${DOMAIN}`, BehaviorOnMxFailure: "USE_DEFAULT_VALUE" },
  });
});

test("each record is shown with what DNS has instead", async () => {
  await world.claim("alice", DOMAIN);
  world.put(
    { name: `_latchkey.${DOMAIN}`, type: "TXT", values: ["latchkey-verification=guessed"] },
    { name: `_dmarc.${DOMAIN}`, type: "TXT", values: ["v=DMARC1; p=reject"] },
    { name: DOMAIN, type: "MX", values: ["1 smtp.google.example"] },
  );
  const { body } = await answer(world.check("alice", DOMAIN));
  const of = (id: string) => body.records.find((record) => record.id === id);
  expect(of("proof")).toMatchObject({ finding: "wrong", found: ["latchkey-verification=guessed"] });
  expect(of("dmarc")).toMatchObject({ finding: "found", found: ["v=DMARC1; p=reject"] });
  expect(of("bounce_spf")).toMatchObject({ finding: "missing", found: [] });
  expect(of("mx")).toMatchObject({ finding: "wrong", found: ["1 smtp.google.example"] });
});

test.each([
  ["several TXT records, one of them ours", (value: string) => ["v=spf1 -all", value, "latchkey-verification=other"]],
  ["one string that a provider has cut in two", (value: string) => [[value.slice(0, 30), value.slice(30)]]],
  ["quotes that were copied with it", (value: string) => [`"${value}"`]],
  ["so many records that the answer needs TCP", (value: string) => [...Array(20).fill("x".repeat(200)), value]],
])("a proof is found among %s", async (_, values) => {
  await world.claim("alice", DOMAIN);
  const { token } = await world.row("alice", DOMAIN);
  world.put({ name: `_latchkey.${DOMAIN}`, type: "TXT", values: values(`latchkey-verification=${token}`) });
  await world.look("alice", DOMAIN, 2);
  expect(await stateOf("alice")).toBe("proven");
});

test("a proof is found at the end of a chain of CNAMEs, and a loop of them proves nothing", async () => {
  await world.claim("alice", DOMAIN);
  const { token } = await world.row("alice", DOMAIN);
  world.put(
    { name: `_latchkey.${DOMAIN}`, type: "CNAME", values: ["a.dns.example"] },
    { name: "a.dns.example", type: "CNAME", values: ["b.dns.example"] },
    { name: "b.dns.example", type: "CNAME", values: ["a.dns.example"] },
  );
  await world.look("alice", DOMAIN, 2);
  expect(await stateOf("alice")).toBe("pending");
  world.put(
    { name: "b.dns.example", type: "CNAME", values: [] },
    { name: "b.dns.example", type: "TXT", values: [`latchkey-verification=${token}`] },
  );
  await world.look("alice", DOMAIN, 2);
  expect(await stateOf("alice")).toBe("proven");
});

test.each(["SERVFAIL", "REFUSED", "silent"] as const)(
  "name servers that say %s lose no proof at once, and prove nothing",
  { timeout: 60_000 },
  async (fault) => {
    await world.prove("alice", DOMAIN);
    await world.claim("bob", DOMAIN);
    world.put({ name: `_latchkey.${DOMAIN}`, type: "TXT", values: [], fault });
    world.tick(4 * 24 * 3_600);
    await world.look("alice", DOMAIN, 1);
    await world.look("bob", DOMAIN, 1);
    expect(await stateOf("alice")).toBe("proven");
    expect(await maySend("alice")).toBe(true);
    expect(await stateOf("bob")).toBe("pending");
  },
);

test("a record that flaps keeps its proof; one that is gone for three days ends it, and the owner is told once", async () => {
  await world.prove("alice", DOMAIN);
  await world.notices();
  const gone = () => world.put({ name: `_latchkey.${DOMAIN}`, type: "TXT", values: [] });
  for (let time = 0; time < 4; time++) {
    gone();
    await world.look("alice", DOMAIN, 2);
    world.tick(48 * 3_600);
    await world.publish("alice", DOMAIN, "proof");
    await world.look("alice", DOMAIN, 1);
  }
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven", can_send: true });

  gone();
  await world.look("alice", DOMAIN, 2);
  expect(await maySend("alice")).toBe(true);
  world.tick(72 * 3_600);
  await world.look("alice", DOMAIN, 2);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "lost", can_send: false });
  expect(await maySend("alice")).toBe(false);
  expect(await world.notices()).toMatchObject([{ kind: "domain_lost", domain: DOMAIN }]);

  await world.publish("alice", DOMAIN, "proof");
  await world.look("alice", DOMAIN, 2);
  expect(await maySend("alice")).toBe(true);
  expect(await world.notices()).toMatchObject([{ kind: "domain_proven", domain: DOMAIN }]);
});

test("DKIM records that go end the sending, and their return begins it anew", async () => {
  const { dkim_tokens } = await world.prove("alice", DOMAIN);
  const name = `${dkim_tokens[1]}._domainkey.${DOMAIN}`;
  world.put({ name, type: "CNAME", values: [] });
  await world.look("alice", DOMAIN, 1);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "proven", can_send: false });
  expect(await maySend("alice")).toBe(false);
  await world.publish("alice", DOMAIN);
  await world.look("alice", DOMAIN, 1);
  expect(await maySend("alice")).toBe(true);
});

test("of two owners who race, whoever's record is found first has the domain, and a stranger's claim blocks nobody", async () => {
  await world.claim("mallory", DOMAIN);
  await world.look("mallory", DOMAIN, 5);
  await world.prove("alice", DOMAIN);
  expect(await maySend("alice")).toBe(true);
  expect(await maySend("mallory")).toBe(false);
  // Even with a record of their own, the second has nothing while the first one's stands.
  await world.publish("mallory", DOMAIN, "proof");
  await world.look("mallory", DOMAIN, 3);
  await world.look("alice", DOMAIN, 1);
  expect(await stateOf("mallory")).toBe("taken");
  expect(await maySend("mallory")).toBe(false);
  expect(await maySend("alice")).toBe(true);
  expect((await identity()).Tags).toContainEqual({
    Key: "latchkey:claim",
    Value: (await world.row("alice", DOMAIN)).claim_id,
  });
});

test("two checks at the same moment give the domain to one owner", async () => {
  const owners = ["alice", "bob", "carol", "dave"];
  for (const who of owners) {
    await world.claim(who, DOMAIN);
    await world.publish(who, DOMAIN, "proof");
    await world.look(who, DOMAIN, 1);
  }
  world.tick(60);
  await world.sweep();
  const states = await Promise.all(owners.map(stateOf));
  expect(states.toSorted()).toEqual(["proven", "taken", "taken", "taken"]);
  const winner = owners[states.indexOf("proven")] ?? "";
  expect((await world.deps.holders.get(DOMAIN))?.user_id).toBe(winner);
});

test("a claim answers the same whether or not somebody else holds the domain", async () => {
  await world.prove("alice", DOMAIN);
  const shape = async (who: string, domain: string) => {
    const text = JSON.stringify((await answer(world.claim(who, domain))).body).replaceAll(domain, "DOMAIN");
    return text.replaceAll(/latchkey-verification=\w+/g, "TOKEN");
  };
  expect(await shape("mallory", DOMAIN)).toBe(await shape("mallory", "nobodys.example"));
  await world.look("mallory", DOMAIN, 2);
  expect(await stateOf("mallory")).toBe("pending");
});

test("a foreign domain answers as one that was never there", async () => {
  await world.prove("alice", DOMAIN);
  for (const call of [world.get, world.check, world.remove]) {
    await expect(call("mallory", DOMAIN)).rejects.toMatchObject({ code: "not_found" });
    await expect(call("mallory", "nobodys.example")).rejects.toMatchObject({ code: "not_found" });
  }
  await expect(world.catchAll("mallory", DOMAIN, null)).rejects.toMatchObject({ code: "not_found" });
  expect((await answer(world.list("mallory"))).body).toEqual({ domains: [] });
  expect(await maySend("alice")).toBe(true);
});

test("once a proof is lost, another owner who proves the domain gets it with keys of their own", async () => {
  const { dkim_tokens } = await world.prove("alice", DOMAIN);
  world.put({ name: `_latchkey.${DOMAIN}`, type: "TXT", values: [] });
  await world.look("alice", DOMAIN, 3);
  await world.claim("bob", DOMAIN);
  await world.publish("bob", DOMAIN, "proof");
  await world.look("bob", DOMAIN, 3);
  expect(await stateOf("bob")).toBe("taken");
  world.tick(73 * 3_600);
  await world.look("alice", DOMAIN, 1);
  await world.look("bob", DOMAIN, 1);
  const bobs = await world.row("bob", DOMAIN);
  expect(bobs).toMatchObject({ state: "proven", can_send: false });
  expect(bobs.dkim_tokens).not.toEqual(dkim_tokens);
  await world.publish("bob", DOMAIN);
  await world.look("bob", DOMAIN, 1);
  expect(await maySend("bob")).toBe(true);
  // The former owner's checks change nothing of it, nor does the end of their claim.
  await world.look("alice", DOMAIN, 2);
  await world.remove("alice", DOMAIN);
  await world.look("bob", DOMAIN, 1);
  expect(await maySend("bob")).toBe(true);
  expect(await maySend("alice")).toBe(false);
  expect((await world.row("bob", DOMAIN)).dkim_tokens).toEqual(bobs.dkim_tokens);
});

test("a removed domain is nobody's until it is proven anew, with a new token", async () => {
  const { token } = await world.prove("alice", DOMAIN);
  await world.remove("alice", DOMAIN);
  expect(await maySend("alice")).toBe(false);
  expect(await world.deps.holders.get(DOMAIN)).toBeUndefined();
  await expect(identity()).rejects.toThrow("does not exist");
  // The old records are still in DNS.
  await world.claim("alice", DOMAIN);
  expect((await world.row("alice", DOMAIN)).token).not.toBe(token);
  await world.look("alice", DOMAIN, 3);
  expect(await stateOf("alice")).toBe("pending");
  await world.prove("bob", DOMAIN);
  expect(await maySend("bob")).toBe(true);
  expect(await maySend("alice")).toBe(false);
});

test("a domain that the account has for other reasons is not taken, and never deleted", async () => {
  world.aws.verifyIdentity(DOMAIN);
  await world.prove("alice", DOMAIN);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ state: "elsewhere", can_send: false });
  expect(await maySend("alice")).toBe(false);
  await world.remove("alice", DOMAIN);
  expect(await identity()).toMatchObject({ VerifiedForSendingStatus: true });

  const other = { EmailIdentity: "other-stack.example", Tags: [{ Key: "latchkey:stack", Value: "another" }] };
  await world.aws.sesv2.send(new CreateEmailIdentityCommand(other));
  await world.prove("alice", "other-stack.example");
  expect(await world.row("alice", "other-stack.example")).toMatchObject({ state: "elsewhere", can_send: false });
  await world.remove("alice", "other-stack.example");
  expect(await identity("other-stack.example")).toMatchObject({ Tags: other.Tags });
});

test("a proof of a domain is none of those below or above it", async () => {
  await world.prove("alice", DOMAIN);
  expect(await maySend("alice", `support@shop.${DOMAIN}`)).toBe(false);
  await world.prove("bob", `shop.${DOMAIN}`);
  expect(await maySend("bob", `support@shop.${DOMAIN}`)).toBe(true);
  expect(await maySend("bob")).toBe(false);
  expect(await maySend("alice", `support@shop.${DOMAIN}`)).toBe(false);
});

test("domains count toward a limit, and so do checks", async () => {
  for (let at = 0; at < MAX_DOMAINS; at++) await world.claim("alice", `shop${at}.example`);
  await expect(world.claim("alice", "one-more.example")).rejects.toMatchObject({ code: "limit_reached" });
  await expect(world.claim("alice", "shop0.example")).rejects.toMatchObject({ code: "limit_reached" });
  await world.remove("alice", "shop0.example");
  await expect(world.claim("alice", "shop1.example")).rejects.toMatchObject({ code: "conflict" });
  await world.claim("alice", "one-more.example");
  await world.claim("bob", "shop1.example");
  for (let at = 0; at < 30; at++) await world.check("bob", "shop1.example");
  await expect(world.check("bob", "shop1.example")).rejects.toMatchObject({ code: "too_many_requests" });
});

test("only an agent of the owner's can get the mails to unknown addresses", async () => {
  await world.prove("alice", DOMAIN);
  await expect(world.catchAll("alice", DOMAIN, "agent1")).rejects.toMatchObject({ code: "invalid_request" });
  await world.agents.add(someAgent());
  await expect(world.catchAll("alice", DOMAIN, "agent1")).resolves.toMatchObject({ status: 200 });
  expect(await world.deps.holders.get(DOMAIN)).toMatchObject({ catch_all_agent: "agent1" });
  await world.look("alice", DOMAIN, 1);
  expect(await world.row("alice", DOMAIN)).toMatchObject({ catch_all_agent: "agent1" });
});

type Shown = { records: { id: string; finding: string; found: string[] }[]; domains: unknown[] };

/** The body of an answer that is no refusal. */
async function answer(call: Promise<object>): Promise<{ body: Shown }> {
  const given = await call;
  if (!("body" in given)) throw new Error("An answer with a body was expected");
  return { body: JSON.parse(JSON.stringify(given.body)) };
}
