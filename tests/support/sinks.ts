import { ListTablesCommand, ScanCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListBucketsCommand, ListObjectsV2Command } from "@aws-sdk/client-s3";
import { ListQueuesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import type { TestStack } from "./stack.ts";

/** Everything that a running stack has stored, queued, logged or sent, as named bytes. */
export async function allSinks(stack: TestStack): Promise<{ name: string; content: Buffer }[]> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  const sinks: { name: string; content: Buffer }[] = [];
  const add = (name: string, content: string | Uint8Array) => sinks.push({ name, content: Buffer.from(content) });
  try {
    const { TableNames = [] } = await clients.dynamo.send(new ListTablesCommand({}));
    for (const TableName of TableNames) {
      const { Items = [] } = await clients.dynamo.send(new ScanCommand({ TableName }));
      for (const item of Items)
        for (const [field, value] of Object.entries(unmarshall(item))) {
          add(`${TableName}.${field}`, value instanceof Uint8Array ? value : JSON.stringify(value));
        }
    }
    const { Buckets = [] } = await clients.s3.send(new ListBucketsCommand({}));
    for (const { Name: Bucket } of Buckets) {
      const { Contents = [] } = await clients.s3.send(new ListObjectsV2Command({ Bucket }));
      for (const { Key } of Contents) {
        const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
        add(`s3:${Key}`, (await Body?.transformToByteArray()) ?? "");
      }
    }
    const { QueueUrls = [] } = await clients.sqs.send(new ListQueuesCommand({}));
    for (const QueueUrl of QueueUrls) {
      const { Messages = [] } = await clients.sqs.send(
        new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 }),
      );
      for (const { Body = "" } of Messages) add(`sqs:${QueueUrl}`, Body);
    }
  } finally {
    destroy(clients);
  }
  for (const line of stack.logs) add("log", line);
  for (const mail of await stack.outbox()) add("outbox", JSON.stringify(mail));
  return sinks;
}

/** The forms in which a secret could lie in bytes without being seen at a glance. */
export function disguises(secret: string): Record<string, Buffer> {
  const bytes = Buffer.from(secret);
  // Base64 of a longer text holds the secret at one of three offsets; the ends depend on the neighbours, so they go.
  const base64 = (offset: number) =>
    Buffer.concat([Buffer.alloc(offset), bytes])
      .toString("base64")
      .slice(4, -4);
  const url = (text: string) => text.replaceAll("+", "-").replaceAll("/", "_");
  const forms: Record<string, string | Buffer> = {
    raw: secret,
    "JSON in JSON": JSON.stringify(JSON.stringify(secret)).slice(3, -3),
    "percent-encoded": [...bytes].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
    "base64 at 0": base64(0),
    "base64 at 1": base64(1),
    "base64 at 2": base64(2),
    "base64url at 0": url(base64(0)),
    "base64url at 1": url(base64(1)),
    "base64url at 2": url(base64(2)),
    hex: bytes.toString("hex"),
    "upper hex": bytes.toString("hex").toUpperCase(),
    reversed: [...secret].reverse().join(""),
    "UTF-16": Buffer.from(secret, "utf16le"),
    "all but the ends": secret.slice(10, -1),
    "list of byte values": [...bytes].join(","),
  };
  return Object.fromEntries(Object.entries(forms).map(([name, form]) => [name, Buffer.from(form)]));
}
