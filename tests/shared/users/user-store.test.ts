import { afterAll, beforeAll, expect, test } from "vitest";
import { UserStore } from "../../../shared/users/user-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

let dynamo: TestDynamo;
let users: UserStore;

beforeAll(async () => {
  dynamo = await startDynamo({ users: { partition: "user_id" } });
  users = new UserStore(dynamo.db, "users");
});
afterAll(() => dynamo.stop());

const row = (user_id: string) => ({ user_id, email: `${user_id}@example.com`, name: user_id, created_at: "t" });

test("adding a user twice leaves the first row as it is", async () => {
  await users.add(row("alice"));
  await users.add({ ...row("alice"), name: "Mallory" });
  expect(await users.get("alice")).toEqual(row("alice"));
});

test("the default provider is one attribute: the last one set counts", async () => {
  await users.add(row("bob"));
  await Promise.all([users.setDefault("bob", "openai"), users.setDefault("bob", "gemini")]);
  await users.setDefault("bob", "anthropic");
  expect(await users.get("bob")).toEqual({ ...row("bob"), default_provider: "anthropic" });
});

test("clearing the default only clears the provider that is named", async () => {
  await users.add(row("carol"));
  await users.setDefault("carol", "gemini");
  await users.clearDefault("carol", "openai");
  expect(await users.get("carol")).toMatchObject({ default_provider: "gemini" });
  await users.clearDefault("carol", "gemini");
  await users.clearDefault("carol", "gemini");
  expect(await users.get("carol")).toEqual(row("carol"));
});

test("a default for a user who is gone makes no row", async () => {
  await expect(users.setDefault("nobody", "openai")).rejects.toThrow();
  expect(await users.get("nobody")).toBeUndefined();
});
