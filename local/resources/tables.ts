import { CreateTableCommand, DescribeTableCommand, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
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
    if (await exists(admin.dynamo.send(new DescribeTableCommand({ TableName })))) continue;
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

async function exists(describing: Promise<unknown>): Promise<boolean> {
  try {
    await describing;
    return true;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return false;
    throw error;
  }
}
