import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Clients, clientsOf, destroy } from "../../../local/resources/clients.ts";
import { startStack } from "../../../local/stack.ts";
import { signUp } from "../../support/people.ts";
import { startTestStack } from "../../support/stack.ts";

let data: string;
beforeAll(() => {
  data = mkdtempSync(join(tmpdir(), "old-marks-"));
});
afterAll(() => rmSync(data, { recursive: true }));

type Machine = Pick<Awaited<ReturnType<typeof startStack>>, "aws" | "names">;

async function as<T>({ aws }: Machine, work: (db: DynamoDBDocumentClient) => Promise<T>): Promise<T> {
  const clients: Clients = clientsOf(aws, aws.admin);
  try {
    return await work(DynamoDBDocumentClient.from(clients.dynamo));
  } finally {
    destroy(clients);
  }
}

test("a data folder of an older release keeps its blocked correspondents", async () => {
  const old = await startTestStack({ data });
  const alice = await signUp(old, "Alice");
  const Item = { user_id: alice.id, day: "block:agent1:carol", address: "carol@customer.example", reason: "bounced" };
  await as(old, (db) => db.send(new PutCommand({ TableName: old.names["USAGE_TABLE"], Item })));
  await old.stop();

  const now = await startStack({ data, port: 0, smtpPort: 0 });
  const rowsOf = async (name: string) =>
    (await as(now, (db) => db.send(new ScanCommand({ TableName: now.names[name] })))).Items;
  expect(await rowsOf("BLOCKED_TABLE")).toMatchObject([{ user_id: alice.id, correspondent: "agent1:carol" }]);
  expect(await rowsOf("USAGE_TABLE")).toEqual([]);
  await now.stop();
});
