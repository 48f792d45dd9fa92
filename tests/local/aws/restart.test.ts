import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateTableCommand, GetItemCommand, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { DecryptCommand, EncryptCommand } from "@aws-sdk/client-kms";
import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import { CreateTopicCommand, ListSubscriptionsByTopicCommand, SubscribeCommand } from "@aws-sdk/client-sns";
import {
  ChangeMessageVisibilityCommand,
  CreateQueueCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SendMessageCommand,
} from "@aws-sdk/client-sqs";
import { Level } from "level";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startAws } from "../../../local/aws/start-aws.ts";
import { signIn } from "./cognito/pool.ts";
import { clientsOf, failure, POOL, startTestAws } from "./support.ts";

let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), "latchkey-aws-"));
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(data, { recursive: true, force: true });
});

/** Starts, works and stops. Each use sees the state that the previous one left. */
async function use<T>(work: (clients: ReturnType<typeof clientsOf>) => Promise<T>): Promise<T> {
  const { aws } = await startTestAws({ data });
  try {
    await aws.createKey("vault");
    return await work(clientsOf(aws, aws.admin));
  } finally {
    await aws.stop();
  }
}

test("tables and their items are there after a restart", async () => {
  const Item = { id: { S: "1" }, text: { S: "é" } };
  await use(async ({ dynamo }) => {
    const KeySchema = [{ AttributeName: "id", KeyType: "HASH" as const }];
    const AttributeDefinitions = [{ AttributeName: "id", AttributeType: "S" as const }];
    await dynamo.send(
      new CreateTableCommand({ TableName: "items", BillingMode: "PAY_PER_REQUEST", KeySchema, AttributeDefinitions }),
    );
    await dynamo.send(new PutItemCommand({ TableName: "items", Item }));
  });
  const get = new GetItemCommand({ TableName: "items", Key: { id: { S: "1" } } });
  expect((await use(({ dynamo }) => dynamo.send(get))).Item).toEqual(Item);
});

test("tables that an older release stored in LevelDB are there too", async () => {
  const level = new Level(join(data, "dynamodb"));
  const keys = {
    KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
  };
  await level.put("table~items", JSON.stringify({ TableName: "items", TableStatus: "ACTIVE", ...keys }));
  await level.close();
  const get = new GetItemCommand({ TableName: "items", Key: { id: { S: "1" } } });
  await use(({ dynamo }) => dynamo.send(new PutItemCommand({ TableName: "items", Item: { id: { S: "1" } } })));
  expect((await use(({ dynamo }) => dynamo.send(get))).Item).toEqual({ id: { S: "1" } });
});

test("messages are there after a restart, whether they were waiting, delayed or in flight", async () => {
  await use(async ({ sqs }) => {
    const { QueueUrl } = await sqs.send(
      new CreateQueueCommand({ QueueName: "q", Attributes: { VisibilityTimeout: "300" } }),
    );
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "in flight", MessageGroupId: "g" }));
    await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "waiting" }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "delayed", DelaySeconds: 300 }));
  });
  await use(async ({ sqs }) => {
    // A message that is received here stays hidden for longer than the clock is moved forward.
    const wait = { WaitTimeSeconds: 5, VisibilityTimeout: 3_600 };
    const call = { QueueUrl: "http://x/0/q", ...wait, MessageSystemAttributeNames: ["All" as const] };
    const seen: unknown[] = [];
    while (seen.length < 3) {
      // Only the messages' clock is moved, because no test could wait this long.
      if (seen.length === 1) vi.setSystemTime(Date.now() + 301_000);
      const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(call));
      seen.push(
        ...Messages.map(({ Body, Attributes }) => [
          Body,
          Attributes?.["ApproximateReceiveCount"],
          Attributes?.["MessageGroupId"],
        ]),
      );
    }
    vi.useRealTimers();
    expect(seen[0]).toEqual(["waiting", "1", undefined]);
    expect(seen).toContainEqual(["delayed", "1", undefined]);
    expect(seen).toContainEqual(["in flight", "2", "g"]);
  });
});

test("messages sent and deleted after a restart are still so after the next one", async () => {
  const QueueUrl = "http://x/0/q";
  await use(async ({ sqs }) => {
    await sqs.send(new CreateQueueCommand({ QueueName: "q" }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "deleted" }));
  });
  await use(async ({ sqs }) => {
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message?.ReceiptHandle }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "sent" }));
  });
  const { Messages } = await use(({ sqs }) =>
    sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 })),
  );
  expect(Messages?.map(({ Body }) => Body)).toEqual(["sent"]);
});

test("a message can be made visible again at once when the queue is stored in a file", async () => {
  await use(async ({ sqs }) => {
    const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "q" }));
    await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: "m" }));
    const { Messages: [message] = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    const { ReceiptHandle } = message ?? {};
    await sqs.send(new ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 0 }));
    expect((await sqs.send(new ReceiveMessageCommand({ QueueUrl, WaitTimeSeconds: 5 }))).Messages).toHaveLength(1);
  });
});

test("objects, topics with their subscriptions, and ciphertexts are there after a restart", async () => {
  const TopicArn = "arn:aws:sns:us-east-1:000000000000:t";
  const sealed = await use(async ({ s3, sns, kms }) => {
    await s3.send(new CreateBucketCommand({ Bucket: "mail" }));
    await s3.send(new PutObjectCommand({ Bucket: "mail", Key: "in/1", Body: "raw mail" }));
    await sns.send(new CreateTopicCommand({ Name: "t" }));
    await sns.send(
      new SubscribeCommand({ TopicArn, Protocol: "sqs", Endpoint: "arn:aws:sqs:us-east-1:000000000000:q" }),
    );
    return kms.send(new EncryptCommand({ KeyId: "vault", Plaintext: Buffer.from("key") }));
  });
  await use(async ({ s3, sns, kms }) => {
    const object = await s3.send(new GetObjectCommand({ Bucket: "mail", Key: "in/1" }));
    expect(await object.Body?.transformToString()).toBe("raw mail");
    expect((await sns.send(new ListSubscriptionsByTopicCommand({ TopicArn }))).Subscriptions).toHaveLength(1);
    const opened = await kms.send(new DecryptCommand({ CiphertextBlob: sealed.CiphertextBlob }));
    expect(Buffer.from(opened.Plaintext ?? []).toString()).toBe("key");
  });
});

test("writes that were confirmed survive a kill of the process", async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, "killed.ts"), data], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  child.kill("SIGKILL");
  await once(child, "exit");
  const { aws } = await startTestAws({ data });
  await aws.createUserPool(POOL);
  const { cognito, dynamo, s3, sqs } = clientsOf(aws, aws.admin);
  await signIn(cognito, "alice@example.com");
  const { Item } = await dynamo.send(new GetItemCommand({ TableName: "items", Key: { id: { S: "1" } } }));
  expect(Item).toBeDefined();
  const object = await s3.send(new GetObjectCommand({ Bucket: "mail", Key: "in/1" }));
  expect(await object.Body?.transformToString()).toBe("raw mail");
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: "http://x/0/q", WaitTimeSeconds: 5 }));
  expect(Messages?.map(({ Body }) => Body)).toEqual(["in flight"]);
  await aws.stop();
});

test("only the user who owns the files may read the keys", async () => {
  await use(async () => {});
  expect(statSync(join(data, "kms", "keys.json")).mode & 0o777).toBe(0o600);
});

test.each(["kms/keys.json", "cognito/pools.json", "fauxqs/fauxqs.db", "dynamodb/tables.db"])(
  "a damaged %s causes one clear error that names the place and the remedy",
  async (file) => {
    const { aws } = await startTestAws({ data });
    await aws.createKey("vault");
    await aws.createUserPool({
      userPoolId: "us-east-1_A",
      clientId: "c",
      minimumPasswordLength: 8,
      accessTokenSeconds: 1,
      refreshTokenSeconds: 1,
    });
    await aws.stop();
    expect(readdirSync(data).sort()).toEqual(["cognito", "dynamodb", "fauxqs", "kms"]);
    writeFileSync(join(data, file), "this is no state of ours, but it is long enough to be read as some");
    const ignore = () => {};
    const starting = startAws({ data, principals: [], onMailSent: ignore, onCode: ignore, onDenied: ignore });
    const { message } = await failure(starting);
    expect(message).toContain(
      join(data, file.startsWith("kms") || file.startsWith("cognito") ? file : (file.split("/")[0] ?? "")),
    );
    expect(message).toContain("npm start -- --fresh");
  },
);

test("a folder in use by another local AWS is refused", async () => {
  await use(async () => {
    expect((await failure(startTestAws({ data }))).message).toContain("another npm start is running");
  });
});
