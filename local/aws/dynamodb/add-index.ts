import * as z from "zod";
import type { DynaliteStore } from "./dynalite-store.ts";

const index = z.looseObject({
  IndexName: z.string(),
  KeySchema: z.array(z.looseObject({ AttributeName: z.string() })),
});
const update = z.object({
  TableName: z.string(),
  AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string() })).default([]),
  GlobalSecondaryIndexUpdates: z.array(z.object({ Create: index.optional() })).optional(),
});
const stored = z.looseObject({
  TableArn: z.string(),
  AttributeDefinitions: z.array(z.looseObject({ AttributeName: z.string() })),
  GlobalSecondaryIndexes: z.array(z.unknown()).default([]),
});

/**
 * Adds an index to a table, which dynalite's UpdateTable cannot: a later release may ask for one in an older data folder.
 * The index holds what is written from then on. DynamoDB fills it with older rows too, and so a release must not need
 * those: our sparse indexes are keyed by attributes that older rows do not have.
 * @returns the table as it is then; undefined if the call asks for something else
 */
export function addIndex(store: DynaliteStore, call: object): object | undefined {
  const asked = update.safeParse(call);
  const created = asked.data?.GlobalSecondaryIndexUpdates?.flatMap(({ Create }) => Create ?? []) ?? [];
  if (asked.data === undefined || created.length === 0) return undefined;
  const { TableName, AttributeDefinitions } = asked.data;
  const table = stored.parse(store.tableDb.read(TableName));
  const known = new Set(table.AttributeDefinitions.map(({ AttributeName }) => AttributeName));
  const added = created.map((each) => ({
    ...each,
    IndexStatus: "ACTIVE",
    IndexArn: `${table.TableArn}/index/${each.IndexName}`,
    IndexSizeBytes: 0,
    ItemCount: 0,
    ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0, NumberOfDecreasesToday: 0 },
  }));
  const changed = {
    ...table,
    AttributeDefinitions: [
      ...table.AttributeDefinitions,
      ...AttributeDefinitions.filter(({ AttributeName }) => !known.has(AttributeName)),
    ],
    GlobalSecondaryIndexes: [...table.GlobalSecondaryIndexes, ...added],
  };
  store.tableDb.put(TableName, changed, () => {});
  return { TableDescription: changed };
}
