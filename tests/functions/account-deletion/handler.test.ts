import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountHandlers } from "../../../functions/account/handler.ts";
import { type Deps, deleteAccount } from "../../../functions/account-deletion/handler.ts";
import { Accounts } from "../../../functions/auth/accounts.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { deletion } from "../../../shared/users/deletion-queue.ts";
import { livingUsers } from "../../../shared/users/living-users.ts";
import { type AccountWorld, PASSWORD, startAccountWorld } from "../../support/account-world.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { sealedConfig } from "../../support/configs.ts";
import { read, someRun } from "../../support/runs.ts";
import { POOL } from "../../support/tokens.ts";

// Passwords are hashed as slowly as they should be.
type Person = Awaited<ReturnType<AccountWorld["person"]>>;

const AT = new Date("2026-11-23T12:00:00.000Z");
const LATER = new Date(AT.getTime() + 1_200_000);
let world: AccountWorld;
let handler: unknown;
let count = 0;
let alice: Person;
beforeAll(async () => {
  world = await startAccountWorld();
  const { deps, aws } = world;
  const verify = livingUsers(tokenVerifier(POOL, aws.fetchKeys), deps.users);
  handler = apiHandler("account", accountHandlers({ ...deps, now: () => AT }), verify);
});
afterAll(() => world.stop());
beforeEach(async () => {
  alice = await owner(`alice${count++}`);
  await world.jobs();
});

const address = (id: string) => `${id.slice(0, 8)}aa@agents.example`.replaceAll("-", "x");

/** Somebody with a key, an agent, `mails` mails, usage of some kinds and a blocked correspondent. */
async function owner(name: string, mails = 3): Promise<Person> {
  const person = await world.person(name);
  const { deps, deletionDeps, db } = world;
  const user_id = person.id;
  await deps.configs.save(user_id, "openai", sealedConfig("sk-test-0123456789"), AT);
  await deletionDeps.addresses.claim({ address: address(user_id), user_id, agent_id: "agent1" });
  await deps.agents.add(someAgent({ user_id, address: address(user_id) }));
  for (let i = 0; i < mails; i++) await addRun(user_id, `${name}-${i}`, { mail_shared: false });
  for (const day of ["2026-11-23", "cap:2026-11-23:x", "seen:x", "notice:key_failed:x"]) {
    await db.send(new UpdateCommand({ TableName: "usage", Key: { user_id, day } }));
  }
  const blocked_at = AT.toISOString();
  await deps.blocked.add(user_id, "agent1", { address: "x@y.example", reason: "bounced", run_id: "r", blocked_at });
  return person;
}

async function addRun(user_id: string, name: string, changes: { mail_shared?: boolean }) {
  const object_key = `inbound/${name}`;
  await world.deletionDeps.mails.put(object_key, Buffer.from(`Subject: of ${name}\r\n\r\nHello\r\n`));
  await world.deps.runs.add(someRun({ user_id, run_id: `20261123-${name}`, object_key, ...read, ...changes }));
}

async function objects(): Promise<string[]> {
  const { Contents = [] } = await world.aws.s3.send(new ListObjectsV2Command({ Bucket: "mails" }));
  return Contents.map(({ Key = "" }) => Key);
}

const ask = ({ access }: Person, password = PASSWORD) =>
  callApi(handler, { route: "POST /api/account/delete", token: access, body: { password } });

/** Works a job in an invocation that begins at `at` and may take a minute. */
function work({ id }: Person, at: Date, changes: Partial<Deps> = {}) {
  const deadline = new Date(at.getTime() + 60_000);
  return deleteAccount({ user_id: id }, deadline, { ...world.deletionDeps, now: () => at, ...changes });
}

/** Works the last look's job, and the one that it sends for when no log-in is under way any more. */
async function finish(person: Person, changes: Partial<Deps> = {}) {
  const deps = { ...world.deletionDeps, now: () => LATER, logInSeconds: 0, ...changes };
  await work(person, LATER, deps);
  const deadline = new Date(LATER.getTime() + 60_000);
  for (const job of await world.jobs()) await deleteAccount(deletion.parse(job), deadline, deps);
}

describe("the owner's word", () => {
  test("deletes the keys before it is answered, ends the sessions, and makes the token worthless", async () => {
    expect(await ask(alice)).toMatchObject({ status: 202, json: { message: expect.any(String) } });
    expect(await world.deps.configs.list(alice.id)).toEqual([]);
    expect(await world.sessions.refresh(alice.refresh)).toBeUndefined();
    const again = await callApi(handler, { route: "GET /api/account", token: alice.access });
    expect(again).toMatchObject({ status: 401, json: { code: "unauthorized" } });
    expect((await ask(alice)).status).toBe(401);
    expect(await world.jobs()).toEqual([{ user_id: alice.id }]);
  });

  test("needs the password: a token alone deletes nothing", async () => {
    expect(await ask(alice, "a stranger's guess")).toMatchObject({ status: 400, json: { code: "wrong_password" } });
    expect(await world.deps.configs.list(alice.id)).toHaveLength(1);
    expect(await world.deps.users.get(alice.id)).not.toHaveProperty("deleting_at");
    expect(await world.jobs()).toEqual([]);
  });

  test("is kept where the call dies after its mark: the job of before finds it", async () => {
    await world.deps.users.markDeleting(alice.id, AT);
    await finish(alice);
    expect(await world.rowsWith(alice.id)).toHaveLength(1);
  });

  test("a job without the owner's word deletes nothing", async () => {
    const before = await world.rowsWith(alice.id);
    await finish(alice);
    expect(await world.rowsWith(alice.id)).toEqual(before);
  });
});

describe("a deletion", () => {
  test("leaves nothing but the retired address, and the e-mail can sign up anew", async () => {
    const bob = await owner(`bob${count}`);
    const his = await world.rowsWith(bob.id);
    await ask(alice);
    await work(alice, AT);
    await finish(alice);
    const left = await world.rowsWith(alice.id);
    expect(left).toEqual([expect.stringMatching(/^addresses: .*"until":"2026/)]);
    expect(left.join()).not.toContain(alice.email);
    expect((await objects()).filter((key) => key.includes(`/alice${count - 1}-`))).toEqual([]);
    await expect(world.sessions.logIn({ email: alice.email, password: PASSWORD })).rejects.toMatchObject({
      code: "invalid_credentials",
    });
    expect((await world.person(alice.email.split("@")[0] ?? "")).id).not.toBe(alice.id);
    expect(await world.rowsWith(bob.id)).toEqual(his);
    expect((await objects()).filter((key) => key.includes(`/bob${count}-`))).toHaveLength(3);
  });

  test("takes a last look, after all that was under way at the owner's word has ended", async () => {
    await ask(alice);
    await work(alice, AT);
    // A call that had passed its checks before, and a mail that was being routed.
    await world.deps.configs.save(alice.id, "gemini", sealedConfig("AIza-test-0123456789"), AT);
    await addRun(alice.id, `late${count}`, { mail_shared: false });
    await work(alice, new Date(LATER.getTime() - 1));
    expect(await world.deps.users.get(alice.id)).toHaveProperty("deleting_at");
    await world.deps.configs.save(alice.id, "gemini", sealedConfig("AIza-test-0123456789"), AT);
    await finish(alice);
    expect(await world.rowsWith(alice.id)).toHaveLength(1);
    expect(await objects()).not.toContain(`inbound/late${count}`);
  });

  test("keeps the e-mail from signing up anew until the last look, so that codes to it are few", async () => {
    const accounts = new Accounts(world.aws.cognito, POOL.USER_POOL_ID);
    const signUp = () => accounts.create({ email: alice.email, name: "", password: PASSWORD }, async () => true);
    await ask(alice);
    for (const at of [AT, new Date(LATER.getTime() - 1)]) {
      await work(alice, at);
      await expect(signUp()).rejects.toMatchObject({ code: "email_taken" });
    }
    await work(alice, LATER);
    expect(await accounts.get(alice.email)).toBeUndefined();
    await signUp();
  });

  test("removes the row later than the account, as a log-in that began before would make it anew", async () => {
    await ask(alice);
    await work(alice, LATER);
    expect(await world.deps.users.get(alice.id)).toHaveProperty("deleting_at");
    await finish(alice);
    expect(await world.deps.users.get(alice.id)).toBeUndefined();
  });

  test("leaves a mail that another owner's run shows, or may show, to the bucket's own rule", async () => {
    await addRun(alice.id, `shared${count}`, { mail_shared: true });
    await addRun(alice.id, `unknown${count}`, {});
    await ask(alice);
    await work(alice, LATER);
    expect(await objects()).toEqual(expect.arrayContaining([`inbound/shared${count}`, `inbound/unknown${count}`]));
  });

  test("of more than an invocation has time for goes on in the next, until all is gone", async () => {
    const large = await owner(`large${count}`, 60);
    await ask(large);
    await world.jobs();
    const noTime = new Date(AT.getTime() + 10_000);
    let jobs = 0;
    do {
      jobs += 1;
      await deleteAccount({ user_id: large.id }, noTime, { ...world.deletionDeps, now: () => AT });
    } while ((await world.jobs()).length > 0);
    expect(jobs).toBe(3);
    await finish(large);
    expect(await world.rowsWith(large.id)).toHaveLength(1);
  });

  test("that is cut off at any call of a service is finished by the next job", async () => {
    await ask(alice);
    let at = 1;
    while (!(await isFinished(finish(alice, cutOffAtCall(at))))) at += 1;
    expect(at).toBeGreaterThan(5);
    expect(await world.rowsWith(alice.id)).toHaveLength(1);
    expect(await world.deps.users.get(alice.id)).toBeUndefined();
  });
});

function isFinished(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  );
}

/** The same services, of which the given call is the last that the process makes. */
function cutOffAtCall(last: number): Partial<Deps> {
  const { users, accounts, addresses, mails, rows, deletions } = world.deletionDeps;
  let calls = 0;
  const count = <T extends object>(service: T): T =>
    new Proxy(service, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== "function") return method;
        return async (...args: unknown[]) => {
          calls += 1;
          if (calls > last) throw new Error("The process ended");
          return Reflect.apply(method, target, args);
        };
      },
    });
  return {
    users: count(users),
    accounts: count(accounts),
    addresses: count(addresses),
    mails: count(mails),
    rows: {
      configs: count(rows.configs),
      agents: count(rows.agents),
      runs: count(rows.runs),
      usage: count(rows.usage),
    },
    deletions: count(deletions),
  };
}
