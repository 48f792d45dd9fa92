import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, paginateScan } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";

const row = z.object({
  run_id: z.string(),
  agent_id: z.string(),
  user_id: z.string(),
  state: z.string(),
  /** Null while the run is in progress, and when it was answered. */
  reason: z.string().nullable().default(null),
});

type RunState = z.infer<typeof row>;
export type RunsOfMail = (messageId: string) => Promise<RunState[]>;

/** The runs that the router added for one mail. It reads the whole table, which only a one-machine stack can afford. */
export function runsOfMail(dynamo: DynamoDBClient, table: string): RunsOfMail {
  const client = DynamoDBDocumentClient.from(dynamo);
  return async (messageId) => {
    const pages = paginateScan(
      { client },
      {
        TableName: table,
        ConsistentRead: true,
        FilterExpression: "ses_message_id = :id",
        ExpressionAttributeValues: { ":id": messageId },
      },
    );
    const runs: RunState[] = [];
    for await (const { Items = [] } of pages) runs.push(...z.array(row).parse(Items));
    return runs;
  };
}
