import { dynamo } from "../../shared/aws/clients.ts";
import { readEnv } from "../../shared/aws/env.ts";
import { sqsBatch } from "../../shared/aws/sqs-batch.ts";
import { readDeliveryEvent } from "../../shared/mail/delivery-event.ts";
import { RunStore } from "../../shared/runs/run-store.ts";
import { schema } from "./env.ts";
import { recordDelivery } from "./handler.ts";

const runs = new RunStore(dynamo(), readEnv(schema).RUNS_TABLE);

export const handler = sqsBatch(async (record) => {
  const event = readDeliveryEvent(record.body);
  if (event) await recordDelivery(event, runs, () => new Date());
});
