import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { GetObjectCommand, ListBucketsCommand, paginateListObjectsV2 } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import { type Clients, clientsOf, destroy } from "../../local/resources/clients.ts";
import type { TestStack } from "./stack.ts";

/** Some bytes and where they were found, as `<kind>:<place>`. */
export type Sink = { name: string; content: Buffer };

/** What functions say to AWS while they run. A queue is empty again before anybody can look into it. */
export class Overheard {
  readonly sinks: Sink[] = [];

  /** To be given to the stack. KMS is left out: it is the one service that a key is said to. */
  readonly onCall = (service: string, content: Buffer): void => {
    if (service !== "kms") this.sinks.push({ name: `to ${service}`, content });
  };
}

/** Everything that a running stack has stored, logged or sent by mail. */
export async function allSinks(stack: TestStack): Promise<Sink[]> {
  const clients = clientsOf(stack.aws, stack.aws.admin);
  try {
    return [
      ...(await tables(clients)),
      ...(await objects(clients)),
      ...stack.logs.map((line) => ({ name: "log", content: Buffer.from(line) })),
      ...(await stack.outbox()).map((mail) => ({ name: "outbox", content: Buffer.from(JSON.stringify(mail)) })),
    ];
  } finally {
    destroy(clients);
  }
}

async function tables({ dynamo }: Clients): Promise<Sink[]> {
  const client = DynamoDBDocumentClient.from(dynamo);
  const sinks: Sink[] = [];
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  for (const TableName of TableNames) {
    for await (const { Items = [] } of paginateScan({ client }, { TableName })) {
      for (const [field, value] of Items.flatMap((item) => Object.entries(item))) {
        const content = Buffer.from(value instanceof Uint8Array ? value : JSON.stringify(value));
        sinks.push({ name: `table:${TableName}.${field}`, content });
      }
    }
  }
  return sinks;
}

async function objects({ s3 }: Clients): Promise<Sink[]> {
  const sinks: Sink[] = [];
  const { Buckets = [] } = await s3.send(new ListBucketsCommand({}));
  for (const { Name: Bucket } of Buckets) {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket })) {
      for (const { Key } of Contents) {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        sinks.push({ name: `s3:${Key}`, content: Buffer.from((await Body?.transformToByteArray()) ?? "") });
      }
    }
  }
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
