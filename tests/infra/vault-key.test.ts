import { expect, test } from "vitest";
import { functionName, roleOf, statementsOf } from "./roles.ts";
import { resourcesOf } from "./template.ts";

const uses = resourcesOf("AWS::Lambda::Function").flatMap((fn) =>
  statementsOf(roleOf(fn[1]))
    .filter(({ Action }) => Action.some((action) => action.startsWith("kms:")))
    .map((statement) => ({ ...statement, name: functionName(fn) })),
);

const ofKey = (key: string) =>
  uses.filter(({ Resource }) => Resource.includes(key)).toSorted((a, b) => a.name.localeCompare(b.name));

test("one function may encrypt and another decrypt a signing secret, each only for an owner and a webhook", () => {
  const Condition = { Null: { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:webhook_id": "false" } };
  const Resource = ["WebhooksKey.Arn"];
  expect(ofKey("WebhooksKey.Arn")).toEqual([
    { name: "webhook-sender", Effect: "Allow", Action: ["kms:Decrypt"], Resource, Condition },
    { name: "webhooks", Effect: "Allow", Action: ["kms:Encrypt"], Resource, Condition },
  ]);
  expect(uses).toHaveLength(4);
});

test("one function may encrypt and another decrypt, each only for an owner and a provider", () => {
  const Condition = { Null: { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:provider": "false" } };
  const Resource = ["VaultKey.Arn"];
  expect(ofKey("VaultKey.Arn")).toEqual([
    { name: "agent-runner", Effect: "Allow", Action: ["kms:Decrypt"], Resource, Condition },
    { name: "ai-config", Effect: "Allow", Action: ["kms:Encrypt"], Resource, Condition },
  ]);
});

test("the keys turn over by themselves, and a month passes before one can be gone", () => {
  const keys = resourcesOf("AWS::KMS::Key").map(([, { Properties }]) => Properties);
  const kept = expect.objectContaining({ EnableKeyRotation: true, PendingWindowInDays: 30 });
  expect(keys).toEqual([kept, kept]);
});
