import {
  CreateTableCommand,
  DescribeTableCommand,
  type DescribeTableCommandOutput,
  UpdateTableCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import { resourcesOf } from "../template/template.ts";
import type { Making } from "./making.ts";

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(["HASH", "RANGE"]) }));
const index = z.object({
  IndexName: z.string(),
  KeySchema: keySchema,
  Projection: z.object({
    ProjectionType: z.enum(["ALL", "KEYS_ONLY", "INCLUDE"]),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
});
const properties = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(["S", "N", "B"]) })),
  GlobalSecondaryIndexes: z.array(index).optional(),
  LocalSecondaryIndexes: z.array(index).optional(),
});

export async function makeTables({ template, resolver, admin }: Making): Promise<void> {
  for (const [id] of resourcesOf(template, "AWS::DynamoDB::Table", "AWS::DynamoDB::GlobalTable")) {
    const TableName = resolver.ref(id);
    const { GlobalSecondaryIndexes, LocalSecondaryIndexes, ...keys } = resolver.read(id, properties);
    const made = await existing(admin.dynamo.send(new DescribeTableCommand({ TableName })));
    if (made) {
      await addIndexes(made, { TableName, GlobalSecondaryIndexes, ...keys }, admin);
      continue;
    }
    await admin.dynamo.send(
      new CreateTableCommand({
        TableName,
        BillingMode: "PAY_PER_REQUEST",
        ...keys,
        ...(GlobalSecondaryIndexes && { GlobalSecondaryIndexes }),
        ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
      }),
    );
    await waitUntilTableExists({ client: admin.dynamo, maxWaitTime: 30, minDelay: 0.05, maxDelay: 0.2 }, { TableName });
  }
}

/** Adds the indexes that a data folder of an earlier release lacks. */
async function addIndexes(
  { Table }: DescribeTableCommandOutput,
  wanted: Pick<z.infer<typeof properties>, "AttributeDefinitions" | "GlobalSecondaryIndexes"> & { TableName: string },
  { dynamo }: Making["admin"],
): Promise<void> {
  const there = new Set(Table?.GlobalSecondaryIndexes?.map(({ IndexName }) => IndexName));
  const { TableName, AttributeDefinitions, GlobalSecondaryIndexes = [] } = wanted;
  for (const Create of GlobalSecondaryIndexes.filter(({ IndexName }) => !there.has(IndexName))) {
    const GlobalSecondaryIndexUpdates = [{ Create }];
    await dynamo.send(new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates }));
  }
}

async function existing<T>(describing: Promise<T>): Promise<T | undefined> {
  try {
    return await describing;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return undefined;
    throw error;
  }
}
