import { ListObjectsV2Command } from "@aws-sdk/client-s3";
import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { accountHandlers } from "../../../functions/account/handler.ts";
import { type Deps, deleteAccount } from "../../../functions/account-deletion/handler.ts";
import { Accounts } from "../../../functions/auth/accounts.ts";
import { accountRoutes } from "../../../shared/api/routes/account.ts";
import { apiHandler } from "../../../shared/http/api-handler.ts";
import { tokenVerifier } from "../../../shared/http/token-verifier.ts";
import { deletion } from "../../../shared/users/deletion-queue.ts";
import { livingUsers } from "../../../shared/users/living-users.ts";
import { type AccountWorld, PASSWORD, startAccountWorld } from "../../support/account-world.ts";
import { someAgent } from "../../support/agents.ts";
import { callApi } from "../../support/api-call.ts";
import { sealedConfig } from "../../support/configs.ts";
import { read, someRun } from "../../support/runs.ts";
import { MARK_TABLES } from "../../support/tables.ts";
import { POOL } from "../../support/tokens.ts";

// Password hashing is slow on purpose.
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
  handler = apiHandler(accountRoutes, accountHandlers({ ...deps, now: () => AT }), verify);
});
afterAll(() => world.stop());
beforeEach(async () => {
  alice = await owner(`alice${count++}`);
  await world.jobs();
});

const address = (id: string) => `${id.slice(0, 8)}aa@agents.example`.replaceAll("-", "x");

/** A person with a key, an agent, `mails` mails, usage of several kinds and a blocked correspondent. */
async function owner(name: string, mails = 3): Promise<Person> {
  const person = await world.person(name);
  const { deps, deletionDeps, db } = world;
  const user_id = person.id;
  await deps.configs.save(user_id, "openai", sealedConfig("sk-test-0123456789"), AT);
  await deletionDeps.claims.claim({ address: address(user_id), user_id, agent_id: "agent1" });
  await deps.agents.add(someAgent({ user_id, address: address(user_id) }));
  for (let i = 0; i < mails; i++) await addRun(user_id, `${name}-${i}`, { mail_shared: false });
  for (const [TableName, { sort }] of Object.entries(MARK_TABLES)) {
    for (const name of ["2026-11-23", "month:2026-11"]) {
      await db.send(new UpdateCommand({ TableName, Key: { user_id, [sort]: name } }));
    }
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

/** Handles a job in an invocation that begins at `at` and may take a minute. */
function work({ id }: Person, at: Date, changes: Partial<Deps> = {}) {
  const deadline = new Date(at.getTime() + 60_000);
  return deleteAccount({ user_id: id }, deadline, { ...world.deletionDeps, now: () => at, ...changes });
}

/** Handles the job of the last look, and the one that it sends for the time after the last log-in. */
async function finish(person: Person, changes: Partial<Deps> = {}) {
  const deps = { ...world.deletionDeps, now: () => LATER, logInSeconds: 0, ...changes };
  await work(person, LATER, deps);
  const deadline = new Date(LATER.getTime() + 60_000);
  for (const job of await world.jobs()) await deleteAccount(deletion.parse(job), deadline, deps);
}

describe("a request to delete an account", () => {
  test("deletes the keys before it is answered, ends the sessions, and invalidates the token", async () => {
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

  test("takes effect even if the call crashes after its mark, because the earlier job finds the mark", async () => {
    await world.deps.users.markDeleting(alice.id, AT);
    await finish(alice);
    expect(await world.rowsWith(alice.id)).toHaveLength(1);
  });

  test("a job without the owner's request deletes nothing", async () => {
    const before = await world.rowsWith(alice.id);
    await finish(alice);
    expect(await world.rowsWith(alice.id)).toEqual(before);
  });
});

describe("a deletion", () => {
  test("leaves only a hash of the address, which keeps it from everybody, and the user's address can sign up again", async () => {
    const bob = await owner(`bob${count}`);
    const his = await world.rowsWith(bob.id);
    await ask(alice);
    await work(alice, AT);
    await finish(alice);
    const left = await world.rowsWith(alice.id);
    expect(left).toEqual([expect.stringMatching(/^addresses: .*"look:[0-9a-f]{32}"/)]);
    expect(left.join()).not.toContain(address(alice.id));
    expect(await world.deletionDeps.claims.faultOf(bob.id, address(alice.id))).toBe("taken");
    expect(left.join()).not.toContain(alice.email);
    expect((await objects()).filter((key) => key.includes(`/alice${count - 1}-`))).toEqual([]);
    await expect(world.sessions.logIn({ email: alice.email, password: PASSWORD })).rejects.toMatchObject({
      code: "invalid_credentials",
    });
    expect((await world.person(alice.email.split("@")[0] ?? "")).id).not.toBe(alice.id);
    expect(await world.rowsWith(bob.id)).toEqual(his);
    expect((await objects()).filter((key) => key.includes(`/bob${count}-`))).toHaveLength(3);
  });

  test("takes a last look after all work that was in progress at the request has ended", async () => {
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

  test("keeps the address from signing up again until the last look, so that it gets few codes", async () => {
    const accounts = new Accounts(world.aws.cognito, POOL.USER_POOL_ID);
    const signUp = () =>
      accounts.create({ email: alice.email, name: "", password: PASSWORD }, async () => true, new Date());
    await ask(alice);
    for (const at of [AT, new Date(LATER.getTime() - 1)]) {
      await work(alice, at);
      await expect(signUp()).rejects.toMatchObject({ code: "email_taken" });
    }
    await work(alice, LATER);
    expect(await accounts.get(alice.email)).toBeUndefined();
    await signUp();
  });

  test("removes the row after the account, because a log-in that began before would create it again", async () => {
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

  test("that takes longer than an invocation continues in the next one, until everything is gone", async () => {
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

  test("that crashes at any call to a service is completed by the next job", async () => {
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

/** The same services, where the given call is the last one that the process makes. */
function cutOffAtCall(last: number): Partial<Deps> {
  const { users, accounts, claims, tokenOwners, mails, rows, deletions } = world.deletionDeps;
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
    claims: count(claims),
    tokenOwners: count(tokenOwners),
    mails: count(mails),
    rows: {
      configs: count(rows.configs),
      apiTokens: count(rows.apiTokens),
      agents: count(rows.agents),
      runs: count(rows.runs),
      usage: count(rows.usage),
      blocked: count(rows.blocked),
      hourlyLimits: count(rows.hourlyLimits),
      runnerMarks: count(rows.runnerMarks),
      deliveryMarks: count(rows.deliveryMarks),
      noticeMarks: count(rows.noticeMarks),
      idempotencyKeys: count(rows.idempotencyKeys),
    },
    deletions: count(deletions),
  };
}
