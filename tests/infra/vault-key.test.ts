import { expect, test } from "vitest";
import { functionName, roleOf, statementsOf } from "./roles.ts";
import { resourcesOf } from "./template.ts";

const uses = resourcesOf("AWS::Lambda::Function").flatMap((fn) =>
  statementsOf(roleOf(fn[1]))
    .filter(({ Action }) => Action.some((action) => action.startsWith("kms:")))
    .map((statement) => ({ ...statement, name: functionName(fn) })),
);

test("one function may encrypt and another decrypt, each only with an owner and a provider in the context", () => {
  const Condition = { Null: { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:provider": "false" } };
  const Resource = ["VaultKey.Arn"];
  expect(uses.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
    { name: "agent-runner", Effect: "Allow", Action: ["kms:Decrypt"], Resource, Condition },
    { name: "ai-config", Effect: "Allow", Action: ["kms:Encrypt"], Resource, Condition },
  ]);
});

test("the key is rotated automatically, and its deletion takes a month", () => {
  const keys = resourcesOf("AWS::KMS::Key").map(([, { Properties }]) => Properties);
  expect(keys).toEqual([expect.objectContaining({ EnableKeyRotation: true, PendingWindowInDays: 30 })]);
});
