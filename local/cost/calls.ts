import * as z from "zod";
import type { AwsRequest } from "../aws/wire/http.ts";

/** The counts of one kind of call. `units`: DynamoDB's write units, or read units for a read. */
type Counted = { calls: number; units: number; bytes: number };
export type Counts = Record<string, Counted>;

const KB = 1_024;
const call = z.looseObject({
  Item: z.record(z.string(), z.json()).optional(),
  ConsistentRead: z.boolean().optional(),
  RequestItems: z.record(z.string(), z.looseObject({ Keys: z.array(z.unknown()).optional() })).optional(),
});

/** The attributes that put a run into an index, and those of its texts that the index carries. See infra/tables.ts. */
const INDEXES = [
  { key: "agent_run", carries: [] },
  { key: "thread_run", carries: ["text", "answer"] },
  { key: "unsettled_shard", carries: [] },
];

/** The control routes look for a mail's runs by it; no function may scan a table. */
const OF_THIS_MACHINE = "dynamodb Scan";

/** Counts the functions' AWS calls, by service and operation. */
export class CallCounter {
  readonly counts: Counts = {};
  #on = false;

  start(): void {
    this.#on = true;
  }

  stop(): void {
    this.#on = false;
  }

  readonly onCall = (service: string, body: Buffer, request: AwsRequest): void => {
    if (!this.#on) return;
    const operation = operationOf(service, request, body);
    const name = `${service} ${operation}`;
    if (name === OF_THIS_MACHINE) return;
    const before = this.counts[name] ?? { calls: 0, units: 0, bytes: 0 };
    this.counts[name] = {
      calls: before.calls + 1,
      units: before.units + (service === "dynamodb" ? unitsOf(operation, body) : 0),
      bytes: before.bytes + body.length,
    };
  };
}

function operationOf(service: string, { method, headers }: AwsRequest, body: Buffer): string {
  const target = headers["x-amz-target"]?.split(".").at(-1);
  if (target) return target;
  if (service === "s3") return method;
  return new URLSearchParams(body.toString()).get("Action") ?? method;
}

/**
 * Estimates the units, because the call does not contain them. A write takes one unit per KB of the item, and again for
 * each index that contains the item, by the size of the indexed attributes. A consistent read takes one unit per 4 KB,
 * any other read half a unit. Changes by an update are assumed to be small.
 */
function unitsOf(operation: string, body: Buffer): number {
  const { Item, ConsistentRead, RequestItems } = call.parse(JSON.parse(body.toString()));
  if (Item) {
    const indexes = INDEXES.filter(({ key }) => key in Item);
    const carried = indexes.map(({ carries }) => kilobytes(carries.map((name) => Item[name])));
    return carried.reduce((sum, units) => sum + units, kilobytes(Item));
  }
  if (operation === "UpdateItem" || operation === "DeleteItem") return 1;
  // The runner's batches are consistent reads.
  if (RequestItems) return Object.values(RequestItems).reduce((sum, { Keys = [] }) => sum + Keys.length, 0);
  return ConsistentRead ? 1 : 0.5;
}

function kilobytes(value: unknown): number {
  return Math.ceil(JSON.stringify(value).length / KB);
}
