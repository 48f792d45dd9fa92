import { afterAll, beforeAll, expect, test } from "vitest";
import { userOf } from "../../../functions/auth/open-session.ts";
import { UserStore } from "../../../shared/users/user-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let users: UserStore;
beforeAll(async () => {
  dynamo = await startDynamo({ users: { partition: "user_id" } });
  users = new UserStore(dynamo.db, "users");
});
afterAll(() => dynamo.stop());

const account = { id: "alice", email: "alice@example.com", emailVerified: false, name: "Alice", createdAt: new Date() };
const proved = { ...account, emailVerified: true };

test("a proof of the address is noted at the next log-in, whichever way it was given", async () => {
  expect(await userOf(account, { users })).not.toHaveProperty("email_verified_at");
  const row = await userOf(proved, { users });
  expect(row.email_verified_at).toEqual(expect.any(String));
  expect(await users.get("alice")).toEqual(row);
  // The first proof stays.
  expect(await userOf(proved, { users })).toEqual(row);
});

test("a new address that is not proved takes the proof of the old one away", async () => {
  await userOf(proved, { users });
  await userOf({ ...account, email: "moved@example.com" }, { users });
  const row = await users.get("alice");
  expect(row).toMatchObject({ email: "moved@example.com" });
  expect(row).not.toHaveProperty("email_verified_at");
});
