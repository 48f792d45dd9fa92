import { afterAll, beforeAll, expect, test } from "vitest";
import { platformPayer } from "../../../../functions/agent-runner/payer/choose-payer.ts";
import { type ReadsOwner, readOwner } from "../../../../functions/agent-runner/payer/owner-rows.ts";
import { ConfigStore } from "../../../../shared/ai-configs/config-store.ts";
import { Secret } from "../../../../shared/secret.ts";
import { UserStore } from "../../../../shared/users/user-store.ts";
import { startDynamo } from "../../../support/dynamo.ts";

const platform = {
  provider: "openai",
  model: "gpt-4o-mini",
  mailsPerMonth: 10,
  open: async () => ({ key: new Secret("sk-team-0123456789"), fingerprint: "team" }),
} as const;
const AT = "2026-11-01T00:00:00.000Z";
const USER = { user_id: "alice", email: "alice@people.example", name: "Alice", created_at: AT };

let dynamo: Awaited<ReturnType<typeof startDynamo>>;
beforeAll(async () => {
  dynamo = await startDynamo({
    users: { partition: "user_id" },
    configs: { partition: "user_id", sort: "provider" },
  });
});
afterAll(() => dynamo.stop());

/** Returns the payer for this owner by the stored rows. */
async function payerOf(userId: string, deps: ReadsOwner) {
  return platformPayer(await readOwner(userId, deps), { platform });
}

test("the platform pays for an owner without keys and with a confirmed address, but not for an account that is being deleted", async () => {
  const users = new UserStore(dynamo.db, "users");
  const deps = { configs: new ConfigStore(dynamo.db, "configs"), users };
  await users.add({ ...USER, email_verified_at: AT });
  expect(await payerOf("alice", deps)).toMatchObject({ paidBy: "platform", mails: 10 });

  await users.markDeleting("alice", new Date());
  expect(await payerOf("alice", deps)).toBeUndefined();
  expect(await payerOf("nobody", deps)).toBeUndefined();
});

test("the platform does not pay for an unconfirmed address, because invented accounts would be many", async () => {
  const users = new UserStore(dynamo.db, "users");
  const deps = { configs: new ConfigStore(dynamo.db, "configs"), users };
  await users.add({ ...USER, user_id: "bob" });
  expect(await payerOf("bob", deps)).toBeUndefined();
  await users.setAddress("bob", USER.email, new Date(AT));
  expect(await payerOf("bob", deps)).toMatchObject({ paidBy: "platform" });
  await users.setAddress("bob", "made-up@people.example", undefined);
  expect(await payerOf("bob", deps)).toBeUndefined();
});
