import * as z from "zod";
import { notSupported } from "../wire/aws-error.ts";

const write = z.looseObject({ TableName: z.string() });
const entry = z.record(z.string(), write);

/** The writes of a TransactWriteItems call, whatever they contain. */
export const transaction = z.object({ TransactItems: z.array(entry).min(1).max(100) });

/** Each write is one operation. https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItem.html */
const OPERATIONS: Record<string, string> = { Put: "PutItem", Update: "UpdateItem", Delete: "DeleteItem" };

export type TransactedWrite = { operation: string; call: z.infer<typeof write> };

/** @throws AwsError for a ConditionCheck, which nothing here needs */
export function transactedWrites({ TransactItems }: z.infer<typeof transaction>): TransactedWrite[] {
  return TransactItems.map((item) => {
    const [[kind = "", call] = [], ...others] = Object.entries(item);
    const operation = OPERATIONS[kind];
    if (operation === undefined || call === undefined || others.length > 0) {
      throw notSupported(`dynamodb:TransactWriteItems with ${Object.keys(item).join(" and ")}`);
    }
    return { operation, call };
  });
}

const conditionFailed = z.object({
  body: z.object({ __type: z.string().endsWith("#ConditionalCheckFailedException") }),
});

/** Undefined unless a write failed and each that failed did so by its own condition. */
export function cancelled(errors: unknown[]): { statusCode: number; body: object } | undefined {
  if (!errors.some(Boolean)) return undefined;
  if (errors.some((error) => error !== undefined && !conditionFailed.safeParse(error).success)) return undefined;
  const reasons = errors.map((error) =>
    error === undefined
      ? { Code: "None" }
      : { Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
  );
  const codes = reasons.map(({ Code }) => Code).join(", ");
  return {
    statusCode: 400,
    body: {
      __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
      Message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      CancellationReasons: reasons,
    },
  };
}

const description = z.object({ KeySchema: z.array(z.object({ AttributeName: z.string() })) });

/** Which item a write is about. DynamoDB refuses a transaction that names one twice. */
export function itemOf({ call }: TransactedWrite, table: unknown): string | undefined {
  const known = description.safeParse(table);
  if (!known.success) return undefined;
  const attributes = z.record(z.string(), z.unknown()).parse(call["Key"] ?? call["Item"] ?? {});
  const key = known.data.KeySchema.map(({ AttributeName }) => attributes[AttributeName]);
  return JSON.stringify([call.TableName, ...key]);
}

export const NAMED_TWICE = {
  statusCode: 400,
  body: {
    __type: "com.amazon.coral.validate#ValidationException",
    message: "Transaction request cannot include multiple operations on one item",
  },
};
