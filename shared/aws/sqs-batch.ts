import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { describeError, log } from "../log.ts";

/**
 * A Lambda handler that works on all records of a batch at the same time. A record that fails returns to the queue
 * alone (ReportBatchItemFailures), and moves to the dead-letter queue after the queue's maxReceiveCount.
 */
export function sqsBatch(work: (record: SQSRecord, context: Context) => Promise<void>) {
  return async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const results = await Promise.allSettled(event.Records.map((record) => work(record, context)));
    const batchItemFailures = event.Records.flatMap((record, index) => {
      const result = results[index];
      if (result?.status !== "rejected") return [];
      log("record_failed", { message_id: record.messageId, ...describeError(result.reason) });
      return [{ itemIdentifier: record.messageId }];
    });
    return { batchItemFailures };
  };
}
