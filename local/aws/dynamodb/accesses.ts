import * as z from "zod";
import type { Access } from "../iam/decide.ts";
import { notSupported } from "../wire/aws-error.ts";
import type { AwsRequest } from "../wire/http.ts";
import { jsonBody, operationOf } from "../wire/json-protocol.ts";
import { transactedWrites, transaction } from "./transact-write.ts";

const target = z.object({
  TableName: z.string().optional(),
  IndexName: z.string().optional(),
  /** BatchGetItem and BatchWriteItem: one entry for each table. */
  RequestItems: z.record(z.string(), z.unknown()).optional(),
  /** TagResource and its like. */
  ResourceArn: z.string().optional(),
});

/** Operations of DynamoDB that dynalite does not support but would answer as if it did. */
const MISSING = ["TransactGetItems", "UpdateTimeToLive", "ExecuteStatement"];

/**
 * One access for each table of the call, and for each write of a transaction, which IAM judges as the single write that
 * it is. A query of an index is one on the index alone.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
 */
export function dynamoAccesses(request: AwsRequest, arnPrefix: string): Access[] {
  const operation = operationOf(request);
  if (MISSING.includes(operation)) throw notSupported(`dynamodb:${operation}`);
  if (operation === "TransactWriteItems") {
    const writes = transactedWrites(jsonBody(request, transaction));
    return writes.map((write) => ({
      action: `dynamodb:${write.operation}`,
      resource: tableArn(write.call.TableName),
    }));
  }
  const { TableName, IndexName, RequestItems, ResourceArn } = jsonBody(request, target);
  const tables = RequestItems === undefined ? [TableName] : Object.keys(RequestItems);
  return tables.map((table) => ({
    action: `dynamodb:${operation}`,
    resource: table === undefined ? (ResourceArn ?? "*") : tableArn(table) + (IndexName ? `/index/${IndexName}` : ""),
  }));

  function tableArn(table: string): string {
    return table.startsWith("arn:") ? table : `${arnPrefix}:table/${table}`;
  }
}
