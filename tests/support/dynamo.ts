import { once } from "node:events";
import type { Server } from "node:http";
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import dynalite from "dynalite";

type Keys = { partition: string; sort?: string };
type TestTable = Keys & { indexes?: Record<string, Keys> };

export type TestDynamo = { db: DynamoDBDocumentClient; endpoint: string; server: Server; stop(): Promise<void> };

/** A real DynamoDB endpoint in memory, with the named tables. */
export async function startDynamo(tables: Record<string, TestTable>): Promise<TestDynamo> {
  const server = dynalite({ createTableMs: 0 });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const endpoint = `http://127.0.0.1:${port}`;
  const client = new DynamoDBClient({
    endpoint,
    region: "us-east-1",
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  for (const [name, table] of Object.entries(tables)) await createTable(client, name, table);
  // The server makes tables after its answer, as DynamoDB does.
  for (const TableName of Object.keys(tables)) {
    await waitUntilTableExists({ client, maxWaitTime: 20, minDelay: 0.02, maxDelay: 0.1 }, { TableName });
  }
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    db,
    endpoint,
    server,
    stop: async () => {
      client.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function createTable(client: DynamoDBClient, name: string, { indexes = {}, ...keys }: TestTable) {
  const all = [keys, ...Object.values(indexes)].flatMap(({ partition, sort }) =>
    sort ? [partition, sort] : [partition],
  );
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [...new Set(all)].map((attribute) => ({ AttributeName: attribute, AttributeType: "S" })),
      KeySchema: keySchema(keys),
      ...(Object.keys(indexes).length > 0 && {
        GlobalSecondaryIndexes: Object.entries(indexes).map(([IndexName, index]) => ({
          IndexName,
          KeySchema: keySchema(index),
          Projection: { ProjectionType: "ALL" },
        })),
      }),
    }),
  );
}

function keySchema({ partition, sort }: Keys) {
  const hash = { AttributeName: partition, KeyType: "HASH" as const };
  return sort ? [hash, { AttributeName: sort, KeyType: "RANGE" as const }] : [hash];
}
