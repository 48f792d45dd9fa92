import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { startDynamoDb } from "../../local/aws/dynamodb/dynamodb.ts";
import { requestOf, type SdkRequest } from "../../local/aws/inside.ts";

type Keys = { partition: string; sort?: string };
type TestTable = Keys & { indexes?: Record<string, Keys> };

/** In the shape in which the SDK's own request handler gives it; a body of bytes is read without a stream. */
export type WireAnswer = { response: { statusCode: number; headers: Record<string, string>; body?: unknown } };

export type TestDynamo = {
  db: DynamoDBDocumentClient;
  /** Answers what an SDK client would send. */
  handle(request: SdkRequest): Promise<WireAnswer>;
  stop(): Promise<void>;
};

/** This machine's DynamoDB with the named tables, for SDK clients that reach it without a socket. */
export async function startDynamo(tables: Record<string, TestTable>): Promise<TestDynamo> {
  const { service, stop } = await startDynamoDb(undefined, "arn:aws:dynamodb:us-east-1:000000000000");
  const handle = async (request: SdkRequest): Promise<WireAnswer> => {
    const { status, headers, body } = await service.answer(await requestOf(request), NOBODY);
    return { response: { statusCode: status, headers, body: Buffer.from(body) } };
  };
  const client = new DynamoDBClient({
    region: "us-east-1",
    requestHandler: { handle },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  // Tables are made after the answer, as DynamoDB does.
  const make = async ([TableName, table]: [string, TestTable]) => {
    await createTable(client, TableName, table);
    await waitUntilTableExists({ client, maxWaitTime: 300, minDelay: 0.02, maxDelay: 0.1 }, { TableName });
  };
  await Promise.all(Object.entries(tables).map(make));
  const db = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  return {
    db,
    handle,
    stop: async () => {
      client.destroy();
      stop();
    },
  };
}

const NOBODY = { arn: "", judge: () => ({ allowed: true, because: "", unknown: [] }) };

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
