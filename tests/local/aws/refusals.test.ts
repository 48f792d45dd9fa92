import { AdminGetUserCommand } from "@aws-sdk/client-cognito-identity-provider";
import { BatchGetItemCommand, GetItemCommand, PutItemCommand, QueryCommand } from "@aws-sdk/client-dynamodb";
import { DecryptCommand, EncryptCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { PublishCommand } from "@aws-sdk/client-sns";
import { SendMessageBatchCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sesAccount } from "../../../local/aws/ses/account.ts";
import { allow, clientsOf, failure, POOL, principal, startTestAws, type TestAws } from "./support.ts";

const ACCOUNT = "us-east-1:000000000000";
const KEY = `arn:aws:kms:${ACCOUNT}:key/vault`;
const USERS = `arn:aws:dynamodb:${ACCOUNT}:table/users`;
const bound = { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:provider": "false" };

const nobody = principal("nobody");
const somebody = principal("somebody", [
  allow("kms:Encrypt", KEY, { Null: bound }),
  allow("dynamodb:BatchGetItem", USERS),
  allow("dynamodb:Query", USERS),
  allow("ses:SendRawEmail", `arn:aws:ses:${ACCOUNT}:identity/agents.example`),
  allow("s3:GetObject", "arn:aws:s3:::mail-bucket/*"),
  allow("sqs:SendMessage", `arn:aws:sqs:${ACCOUNT}:jobs`),
  { Effect: "Deny", Action: ["dynamodb:PutItem"], Resource: ["*"] },
]);

let one: TestAws;
beforeAll(async () => {
  one = await startTestAws({ principals: [nobody, somebody] });
  const { aws } = one;
  await aws.createKey("vault");
  aws.verifyIdentity("agents.example");
  aws.createConfigurationSet("events");
  await clientsOf(aws, aws.admin).s3.send(new CreateBucketCommand({ Bucket: "mail-bucket" }));
});
afterAll(() => one.aws.stop());
beforeEach(() => void one.denied.splice(0));

type Clients = ReturnType<typeof clientsOf>;
type Case = [action: string, resource: string, name: string, call: (clients: Clients) => Promise<unknown>];

const Key = { user_id: { S: "u" } };
const raw = { Data: Buffer.from("From: a@agents.example\r\nTo: b@example.com\r\nSubject: s\r\n\r\nhello") };
const QueueUrl = "http://any.host/000000000000/jobs";
const EncryptionContext = { user_id: "u", provider: "openai" };

const calls: Case[] = [
  [
    "dynamodb:GetItem",
    USERS,
    "AccessDeniedException",
    ({ dynamo }) => dynamo.send(new GetItemCommand({ TableName: "users", Key })),
  ],
  [
    "kms:Encrypt",
    KEY,
    "AccessDeniedException",
    ({ kms }) => kms.send(new EncryptCommand({ KeyId: KEY, Plaintext: Buffer.from("k"), EncryptionContext })),
  ],
  [
    "sqs:SendMessage",
    `arn:aws:sqs:${ACCOUNT}:jobs`,
    "AccessDenied",
    ({ sqs }) => sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" })),
  ],
  [
    "sns:Publish",
    `arn:aws:sns:${ACCOUNT}:mails`,
    "AuthorizationErrorException",
    ({ sns }) => sns.send(new PublishCommand({ TopicArn: `arn:aws:sns:${ACCOUNT}:mails`, Message: "m" })),
  ],
  [
    "s3:GetObject",
    "arn:aws:s3:::mail-bucket/in/1",
    "AccessDenied",
    ({ s3 }) => s3.send(new GetObjectCommand({ Bucket: "mail-bucket", Key: "in/1" })),
  ],
  [
    "s3:PutObject",
    "arn:aws:s3:::mail-bucket/in/1",
    "AccessDenied",
    ({ s3 }) => s3.send(new PutObjectCommand({ Bucket: "mail-bucket", Key: "in/1", Body: "x" })),
  ],
  [
    "ses:SendRawEmail",
    `arn:aws:ses:${ACCOUNT}:identity/agents.example`,
    "AccessDenied",
    ({ ses }) => ses.send(new SendRawEmailCommand({ RawMessage: raw })),
  ],
  [
    "cognito-idp:AdminGetUser",
    `arn:aws:cognito-idp:${ACCOUNT}:userpool/${POOL.userPoolId}`,
    "AccessDeniedException",
    ({ cognito }) => cognito.send(new AdminGetUserCommand({ UserPoolId: POOL.userPoolId, Username: "a" })),
  ],
];

describe("a caller with no rights", () => {
  test.each(calls)("is refused %s on %s as %s", async (action, resource, name, call) => {
    const error = await failure(call(clientsOf(one.aws, nobody)));
    expect(error.name).toBe(name);
    expect(error.message).toBe(
      `User: arn:aws:sts::000000000000:assumed-role/nobody/nobody is not authorized to perform: ${action} on resource: ${resource} because no identity-based policy allows the ${action} action`,
    );
    expect(one.denied).toEqual([{ principal: "nobody", action, resource }]);
  });
});

describe("a caller with some rights", () => {
  const refused = async (call: (clients: Clients) => Promise<unknown>) => {
    const { name, message } = await failure(call(clientsOf(one.aws, somebody)));
    return `${name}: ${message}`;
  };

  test("may encrypt only with the encryption context that the policy requires", async () => {
    const { kms } = clientsOf(one.aws, somebody);
    const call = { KeyId: "vault", Plaintext: Buffer.from("k") };
    await kms.send(new EncryptCommand({ ...call, EncryptionContext }));
    await expect(kms.send(new EncryptCommand(call))).rejects.toThrow("kms:Encrypt");
    await expect(kms.send(new EncryptCommand({ ...call, EncryptionContext: { user_id: "u" } }))).rejects.toThrow(
      "kms:Encrypt",
    );
  });

  test("may not decrypt what it encrypted", async () => {
    const { kms } = clientsOf(one.aws, somebody);
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: KEY, Plaintext: Buffer.from("k"), EncryptionContext }),
    );
    expect(await refused((as) => as.kms.send(new DecryptCommand({ CiphertextBlob, EncryptionContext })))).toContain(
      "kms:Decrypt",
    );
  });

  test("needs the right on every table of a batch", async () => {
    const RequestItems = { users: { Keys: [Key] }, runs: { Keys: [Key] } };
    expect(await refused((as) => as.dynamo.send(new BatchGetItemCommand({ RequestItems })))).toContain("table/runs");
  });

  test("needs the right on the index that it queries", async () => {
    const query = {
      TableName: "users",
      IndexName: "by-agent",
      KeyConditionExpression: "a = :a",
      ExpressionAttributeValues: { ":a": { S: "x" } },
    };
    expect(await refused((as) => as.dynamo.send(new QueryCommand(query)))).toContain("table/users/index/by-agent");
  });

  test("gets an error that names an explicit deny", async () => {
    expect(await refused((as) => as.dynamo.send(new PutItemCommand({ TableName: "users", Item: Key })))).toContain(
      "explicit deny",
    );
  });

  test("needs the right on the configuration set beside the identity", async () => {
    const send = new SendRawEmailCommand({ RawMessage: raw, ConfigurationSetName: "events" });
    expect(await refused((as) => as.ses.send(send))).toContain("configuration-set/events");
    await clientsOf(one.aws, somebody).ses.send(new SendRawEmailCommand({ RawMessage: raw }));
  });

  test("needs the right on the recipient's identity in SES's sandbox", async () => {
    const send = new SendRawEmailCommand({ RawMessage: raw, Destinations: ["carol@customer.example"] });
    one.aws.changeSesAccount(sesAccount.parse({ sandbox: true }));
    expect(await refused((as) => as.ses.send(send))).toContain("identity/carol@customer.example");
    one.aws.changeSesAccount(sesAccount.parse({}));
  });

  test("learns only with s3:ListBucket that an object is missing", async () => {
    const missing = { Bucket: "mail-bucket", Key: "none" };
    expect(await refused((as) => as.s3.send(new GetObjectCommand(missing)))).toContain("s3:ListBucket");
    expect((await failure(clientsOf(one.aws, one.aws.admin).s3.send(new GetObjectCommand(missing)))).name).toBe(
      "NoSuchKey",
    );
    expect(await refused((as) => as.s3.send(new HeadObjectCommand(missing)))).not.toContain("NotFound");
  });

  test("may send a batch with the right to send one message", async () => {
    const batch = { QueueUrl, Entries: [{ Id: "1", MessageBody: "m" }] };
    expect(await refused((as) => as.sqs.send(new SendMessageBatchCommand(batch)))).toContain("QueueDoesNotExist");
  });
});
