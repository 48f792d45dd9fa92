import { BatchGetCommand, type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";

type Row = Record<string, unknown>;
type Key = Record<string, string>;

/** Reads rows by their keys, as they are after every write that was acknowledged before. */
export type RowReader = { get(table: string, key: Key): Promise<Row | undefined> };

/** One call a row. */
export function readOneByOne(db: DynamoDBDocumentClient): RowReader {
  return {
    async get(TableName, Key) {
      const { Item } = await db.send(new GetCommand({ TableName, Key, ConsistentRead: true }));
      return Item;
    },
  };
}

/** The keys that one BatchGetItem takes. */
const MOST_KEYS = 100;
/** What is too much for one answer (16 MB) is asked for again, and so is what was throttled: this often in a row. */
const TRIES = 5;
const FIRST_PAUSE_MS = 50;

type Wanted = { table: string; key: Key; resolve: (row: Row | undefined) => void; reject: (error: unknown) => void };

/**
 * Gathers the reads that are begun in one turn of the event loop, by whichever stores, into one call. DynamoDB
 * refuses a key that is named twice in a call, so two readers of one row share its answer. Where the call fails, each of
 * its reads does.
 * https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html
 */
export function gatherReads(db: DynamoDBDocumentClient): RowReader {
  let gathered = new Map<string, { row: Promise<Row | undefined>; wanted: Wanted }>();

  function begin(): void {
    const all = [...gathered.values()].map(({ wanted }) => wanted);
    gathered = new Map();
    for (let at = 0; at < all.length; at += MOST_KEYS) {
      const some = all.slice(at, at + MOST_KEYS);
      readRows(db, some).catch((error: unknown) => {
        for (const { reject } of some) reject(error);
      });
    }
  }

  return {
    get(table, key) {
      const name = nameOf(table, key);
      const known = gathered.get(name);
      if (known) return known.row;
      if (gathered.size === 0) setImmediate(begin);
      const { promise, resolve, reject } = Promise.withResolvers<Row | undefined>();
      gathered.set(name, { row: promise, wanted: { table, key, resolve, reject } });
      return promise;
    },
  };
}

async function readRows(db: DynamoDBDocumentClient, wanted: Wanted[]): Promise<void> {
  const found = new Map<string, Row>();
  const keysOf = Map.groupBy(wanted, ({ table }) => table);
  let left: Record<string, { Keys: Record<string, unknown>[] | undefined; ConsistentRead?: boolean | undefined }> =
    Object.fromEntries(
      [...keysOf].map(([table, some]) => [table, { Keys: some.map(({ key }) => key), ConsistentRead: true }]),
    );
  for (let inVain = 0; Object.keys(left).length > 0; ) {
    if (inVain === TRIES) throw new Error(`DynamoDB gave none of the rows that were asked for ${TRIES} times`);
    if (inVain > 0) await new Promise((resolve) => setTimeout(resolve, FIRST_PAUSE_MS * 2 ** inVain * Math.random()));
    const { Responses = {}, UnprocessedKeys = {} } = await db.send(new BatchGetCommand({ RequestItems: left }));
    const isStuck = Object.values(Responses).every((rows) => rows.length === 0);
    inVain = isStuck ? inVain + 1 : 0;
    for (const [table, rows] of Object.entries(Responses)) {
      const names = Object.keys(keysOf.get(table)?.[0]?.key ?? {});
      for (const row of rows) found.set(nameOf(table, row, names), row);
    }
    left = UnprocessedKeys;
  }
  for (const { table, key, resolve } of wanted) resolve(found.get(nameOf(table, key)));
}

/** @param names the attributes of the table's key */
function nameOf(table: string, row: Row, names: string[] = Object.keys(row)): string {
  return JSON.stringify([table, ...names.toSorted().map((name) => row[name])]);
}
