import { describe, expect, test } from "vitest";
import type { Statement } from "../../../../local/aws/aws.ts";
import type { RequestContext } from "../../../../local/aws/iam/condition.ts";
import { decide } from "../../../../local/aws/iam/decide.ts";

const TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/users";

type Case = [what: string, statement: Partial<Statement>, action: string, resource: string, allowed: boolean];

const matching: Case[] = [
  ["the exact action and resource", {}, "dynamodb:GetItem", TABLE, true],
  ["another action", {}, "dynamodb:PutItem", TABLE, false],
  ["another resource", {}, "dynamodb:GetItem", `${TABLE}2`, false],
  ["an index of the table that is named without it", {}, "dynamodb:GetItem", `${TABLE}/index/by-agent`, false],
  ["an index by wildcard", { Resource: [`${TABLE}/index/*`] }, "dynamodb:GetItem", `${TABLE}/index/by-agent`, true],
  [
    "the table itself by the wildcard of its indexes",
    { Resource: [`${TABLE}/index/*`] },
    "dynamodb:GetItem",
    TABLE,
    false,
  ],
  ["an action by *", { Action: ["dynamodb:Get*"] }, "dynamodb:GetItem", TABLE, true],
  ["an action by ?", { Action: ["dynamodb:GetIte?"] }, "dynamodb:GetItem", TABLE, true],
  ["an action that is one longer than its ?", { Action: ["dynamodb:GetIt?"] }, "dynamodb:GetItem", TABLE, false],
  ["an action in another case", { Action: ["DynamoDB:getitem"] }, "dynamodb:GetItem", TABLE, true],
  ["a resource in another case", { Resource: [TABLE.replace("users", "Users")] }, "dynamodb:GetItem", TABLE, false],
  ["a dot as a dot", { Resource: ["arn:aws:s3:::a.b"] }, "dynamodb:GetItem", "arn:aws:s3:::axb", false],
  ["everything", { Action: ["*"], Resource: ["*"] }, "s3:DeleteBucket", "arn:aws:s3:::mail", true],
];

describe("a statement covers", () => {
  test.each(matching)("%s", (_, statement, action, resource, allowed) => {
    const full: Statement = { Effect: "Allow", Action: ["dynamodb:GetItem"], Resource: [TABLE], ...statement };
    expect(decide([full], { action, resource }).allowed).toBe(allowed);
  });
});

const USER = "kms:EncryptionContext:user_id";
const given: RequestContext = {
  "kms:encryptioncontext:user_id": ["u1"],
  "kms:encryptioncontextkeys": ["user_id", "provider"],
};

const conditions: [condition: Statement["Condition"], context: RequestContext, allowed: boolean][] = [
  [{ Null: { [USER]: "false" } }, given, true],
  [{ Null: { [USER]: "false" } }, {}, false],
  [{ Null: { [USER]: "true" } }, {}, true],
  [{ Null: { [USER]: "true" } }, given, false],
  [{ Null: { [USER]: "false", "kms:EncryptionContext:provider": "false" } }, given, false],
  [{ StringEquals: { [USER]: ["u0", "u1"] } }, given, true],
  [{ StringEquals: { [USER]: "U1" } }, given, false],
  [{ StringEquals: { [USER]: "u1" } }, {}, false],
  [{ StringEqualsIfExists: { [USER]: "u1" } }, {}, true],
  [{ StringEqualsIfExists: { [USER]: "u2" } }, given, false],
  [{ StringEqualsIgnoreCase: { [USER]: "U1" } }, given, true],
  [{ StringNotEquals: { [USER]: "u1" } }, given, false],
  [{ StringNotEquals: { [USER]: "u1" } }, {}, true],
  [{ StringLike: { [USER]: "u*" } }, given, true],
  [
    { ArnLike: { "ses:FromAddress": "arn:aws:ses:*:*:identity/*" } },
    { "ses:fromaddress": ["arn:aws:ses:eu:1:identity/a"] },
    true,
  ],
  [
    { ArnLike: { "ses:FromAddress": "arn:*:identity/*" } },
    { "ses:fromaddress": ["arn:aws:ses:eu:1:identity/a"] },
    false,
  ],
  [{ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["user_id", "provider"] } }, given, true],
  [{ "ForAllValues:StringEquals": { "kms:EncryptionContextKeys": ["user_id"] } }, given, false],
  [{ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": ["user_id"] } }, given, true],
  [{ "ForAnyValue:StringEquals": { "kms:EncryptionContextKeys": ["user_id"] } }, {}, false],
  [{ StringEquals: { [USER]: "u1" }, Null: { [USER]: "true" } }, given, false],
];

describe("an Allow with a condition", () => {
  test.each(conditions)("%j on %j: %s", (Condition, context, allowed) => {
    const statement: Statement = { Effect: "Allow", Action: ["*"], Resource: ["*"], ...(Condition && { Condition }) };
    expect(decide([statement], { action: "kms:Decrypt", resource: "k", context })).toMatchObject({
      allowed,
      unknown: [],
    });
  });
});

const notUnderstood: Statement["Condition"][] = [
  { NumericLessThan: { [USER]: "3" } },
  { StringEquals: { "aws:PrincipalTag/team": "a" } },
  { Null: { "aws:SourceVpc": "true" } },
  // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how IAM writes a policy variable
  { StringEquals: { [USER]: "${aws:username}" } },
];

describe("a condition that cannot be judged", () => {
  const everything = { Action: ["*"], Resource: ["*"] };

  test.each(notUnderstood)("%j does not allow, and is reported", (Condition) => {
    const decision = decide([{ Effect: "Allow", ...everything, ...(Condition && { Condition }) }], {
      action: "a:b",
      resource: "r",
    });
    expect(decision.allowed).toBe(false);
    expect(decision.unknown).toHaveLength(1);
  });

  test.each(notUnderstood)("%j still denies", (Condition) => {
    const deny: Statement = { Effect: "Deny", ...everything, ...(Condition && { Condition }) };
    expect(decide([{ Effect: "Allow", ...everything }, deny], { action: "a:b", resource: "r" }).allowed).toBe(false);
  });
});

describe("several statements", () => {
  const all = { Action: ["*"], Resource: ["*"] };

  test("allow nothing if none matches, with AWS's message", () => {
    const { allowed, because } = decide([], { action: "kms:Decrypt", resource: "k" });
    expect({ allowed, because }).toEqual({
      allowed: false,
      because: "because no identity-based policy allows the kms:Decrypt action",
    });
  });

  test("a Deny wins over an Allow, whichever comes first", () => {
    const statements: Statement[] = [
      { Effect: "Allow", ...all },
      { Effect: "Deny", Action: ["kms:*"], Resource: ["*"] },
    ];
    for (const order of [statements, statements.toReversed()]) {
      expect(decide(order, { action: "kms:Decrypt", resource: "k" }).because).toContain("explicit deny");
      expect(decide(order, { action: "sqs:SendMessage", resource: "q" }).allowed).toBe(true);
    }
  });

  test("a Deny whose condition is not met denies nothing", () => {
    const deny: Statement = { Effect: "Deny", ...all, Condition: { Null: { [USER]: "true" } } };
    expect(decide([{ Effect: "Allow", ...all }, deny], { action: "a:b", resource: "r", context: given }).allowed).toBe(
      true,
    );
  });
});
