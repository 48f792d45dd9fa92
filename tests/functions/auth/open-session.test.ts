import { afterAll, beforeAll, expect, test } from "vitest";
import { userOf } from "../../../functions/auth/open-session.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { makeJobQueue } from "../../support/job-queue.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

let dynamo: TestDynamo;
let users: UserStore;
let aws: TestAws;
let queue: Awaited<ReturnType<typeof makeJobQueue>>;
const now = () => new Date();
let deps: { users: UserStore; jobs: JobQueue; now: () => Date };
beforeAll(async () => {
  aws = await startTestAws();
  queue = await makeJobQueue(aws.sqs);
  dynamo = await startDynamo({ users: { partition: "user_id" } });
  users = new UserStore(dynamo.db, "users");
  deps = { users, jobs: queue.jobs, now };
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

const account = { id: "alice", email: "alice@example.com", emailVerified: false, name: "Alice", createdAt: new Date() };
const proved = { ...account, emailVerified: true };

test("a verification of the address is recorded at the next log-in, however it was given", async () => {
  expect(await userOf(account, deps)).not.toHaveProperty("email_verified_at");
  const row = await userOf(proved, deps);
  expect(row.email_verified_at).toEqual(expect.any(String));
  expect(await users.get("alice")).toEqual(row);
  // The first verification stays.
  expect(await userOf(proved, deps)).toEqual(row);
});

test("a new, unverified address removes the old one's verification", async () => {
  await userOf(proved, deps);
  await userOf({ ...account, email: "moved@example.com" }, deps);
  const row = await users.get("alice");
  expect(row).toMatchObject({ email: "moved@example.com" });
  expect(row).not.toHaveProperty("email_verified_at");
});

test("a verification requeues, once, what waits for a key, because the platform's may answer now", async () => {
  const bob = { ...account, id: "bob", email: "bob@example.com" };
  await queue.sent();
  await userOf(bob, deps);
  expect(await queue.sent()).toEqual([]);
  await userOf({ ...bob, emailVerified: true }, deps);
  await userOf({ ...bob, emailVerified: true }, deps);
  expect(await queue.sent()).toEqual([{ kind: "release", user_id: "bob", mended: "key" }]);
});

test("a confirmed address that moved to another confirmed one is stored, and requeues nothing", async () => {
  const dora = { ...proved, id: "dora", email: "dora@example.com" };
  await userOf(dora, deps);
  await queue.sent();
  await userOf({ ...dora, email: "dora@new.example" }, deps);
  expect(await users.get("dora")).toMatchObject({ email: "dora@new.example", email_verified_at: expect.any(String) });
  expect(await queue.sent()).toEqual([]);
});

test("a log-in works while the queue does not", async () => {
  const jobs = new JobQueue(aws.sqs, "http://127.0.0.1:1/nobody");
  const carol = { ...proved, id: "carol", email: "carol@example.com" };
  expect(await userOf(carol, { users, jobs, now })).toHaveProperty("email_verified_at");
});
