import { randomUUID } from "node:crypto";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchWriteCommand, DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { progress } from "../support/progress.ts";
import type { ChangedStack } from "../support/start-changed-stack.ts";

type Row = Record<string, unknown>;

/** As many as one call may write. */
const BATCH = 25;
const AT_ONCE = 4;
const TOLD_EVERY = 10_000;

/** The tables of a stack, for writing rows that nobody waited for. */
export function tablesOf({ accessKeyId, secretAccessKey, endpoint, region, names }: ChangedStack) {
  const client = new DynamoDBClient({ endpoint, region, credentials: { accessKeyId, secretAccessKey } });
  const db = DynamoDBDocumentClient.from(client);
  const nameOf = (table: string) => names[table] ?? "";
  return {
    /** One row of a table, e.g. of RUNS_TABLE, that holds the text. */
    async rowWith(table: string, text: string): Promise<Row> {
      const { Items = [] } = await db.send(new ScanCommand({ TableName: nameOf(table) }));
      const row = Items.find((item) => JSON.stringify(item).includes(text));
      if (row === undefined) throw new Error(`${table} has no row with ${text}`);
      return row;
    },
    /** Writes `count` rows, which `make` makes of their number. */
    async fill(table: string, count: number, make: (at: number) => Row): Promise<void> {
      let next = 0;
      const write = async () => {
        while (next < count) {
          const from = next;
          next = Math.min(count, from + BATCH);
          const requests = Array.from({ length: next - from }, (_, at) => ({ PutRequest: { Item: make(from + at) } }));
          await db.send(new BatchWriteCommand({ RequestItems: { [nameOf(table)]: requests } }));
          if (from % TOLD_EVERY === 0) progress(`${table}: ${from} of ${count} rows`);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, write));
    },
    destroy: () => client.destroy(),
  };
}

/** A copy of a row with these texts replaced wherever they stand, also within longer ones such as the keys of indexes. */
export function cloneOf(row: Row, texts: Record<string, string>): Row {
  const json = Object.entries(texts).reduce((all, [from, to]) => all.replaceAll(from, to), JSON.stringify(row));
  return JSON.parse(json);
}

/** Another id of a run: later ones have later times, and the times lie a minute apart, back from the given run's. */
export function runIdBefore(runId: string, minutes: number): string {
  const [digits = ""] = runId.split("-");
  const at = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d{3})$/.exec(digits);
  if (at === null) throw new Error(`${runId} does not begin with a time`);
  const [, year, month, day, hour, minute, second, ms] = at.map(Number);
  const time = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second, ms) - minutes * 60_000);
  return `${time.toISOString().replaceAll(/\D/g, "")}-${randomUUID().replaceAll("-", "")}`;
}
