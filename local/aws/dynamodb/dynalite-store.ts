import { Stream } from "node:stream";
import { ACCOUNT, REGION } from "../account.ts";
import type { Range, Row, Rows } from "./rows.ts";

type Done<T = void> = (error?: Error | null, value?: T) => void;
type Operation = { type: "put"; key: string; value: unknown } | { type: "del"; key: string };
type Table = { TableStatus: string };
/** One of dynalite's operations, bound to its call. */
export type Run = (done: (error: unknown, answer?: object | string) => void) => void;

/** The biggest item that DynamoDB takes. */
const MAX_ITEM = 400 * 1024;

/**
 * The store interface of dynalite's operations, over SQLite rows instead of LevelDB. Every call returns synchronously,
 * so that nothing runs between an operation's reads and writes.
 */
export class DynaliteStore {
  readonly options = { createTableMs: 0, deleteTableMs: 0, updateTableMs: 0, maxItemSize: MAX_ITEM };
  readonly tableDb;
  readonly #rows: Rows;

  constructor(rows: Rows) {
    this.#rows = rows;
    this.tableDb = Object.assign(new TableStore(rows, "table"), { awsAccountId: ACCOUNT, awsRegion: REGION });
  }

  /** Runs one operation as a transaction. @throws the error of the operation */
  atOnce(run: Run): object | string {
    return this.#rows.atOnce(() => {
      const { error, answer } = ended(run);
      if (error) throw error;
      return answer;
    });
  }

  /**
   * Runs operations whose writes all happen, or none does.
   * @param judge what to throw, by what each failed with; undefined to let all of them happen
   */
  allAtOnce(runs: Run[], judge: (errors: unknown[]) => unknown): void {
    this.#rows.atOnce(() => {
      const refusal = judge(runs.map((run) => ended(run).error ?? undefined));
      if (refusal !== undefined) throw refusal;
    });
  }

  getItemDb(table: string): SubStore {
    return new SubStore(this.#rows, `item-${table}`);
  }

  deleteItemDb(table: string, done: Done): void {
    this.getItemDb(table).clear(done);
  }

  getIndexDb(type: string, table: string, index: string): SubStore {
    return new SubStore(this.#rows, `index-${type.toLowerCase()}~${table}~${index}`);
  }

  deleteIndexDb(type: string, table: string, index: string, done: Done): void {
    this.getIndexDb(type, table, index).clear(done);
  }

  getTagDb(table: string): SubStore {
    return new SubStore(this.#rows, `tag-${table}`);
  }

  deleteTagDb(table: string, done: Done): void {
    this.getTagDb(table).clear(done);
  }

  /** With `checkStatus`, a table that is being made or deleted is missing too. */
  getTable(name: string, checkStatus: boolean | Done<Table>, callback?: Done<Table>): void {
    const done = typeof checkStatus === "function" ? checkStatus : callback;
    // Operations that change a table ask for it in any status, and get their own copy.
    const table = checkStatus === false ? this.tableDb.read(name) : this.tableDb.known(name);
    const busy = checkStatus !== false && isTable(table) && /^(CREATING|DELETING)$/.test(table.TableStatus);
    if (isTable(table) && !busy) done?.(null, table);
    else done?.(missing(checkStatus === false ? `: Table: ${name} not found` : ""));
  }
}

function ended(run: Run): { error: unknown; answer: object | string } {
  let outcome: { error: unknown; answer: object | string } | undefined;
  run((error, answer = {}) => {
    outcome = { error, answer };
  });
  if (outcome === undefined) throw new Error("A write of DynamoDB did not end at once.");
  return outcome;
}

function isTable(value: unknown): value is Table {
  return typeof value === "object" && value !== null && "TableStatus" in value;
}

function missing(which: string): Error {
  const __type = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException";
  const body = { __type, message: `Requested resource not found${which}` };
  return Object.assign(new Error("NotFoundError"), { name: "NotFoundError", statusCode: 400, body });
}

/** The rows under one prefix, in the shape of a LevelDB with callbacks. */
class SubStore {
  readonly #rows: Rows;
  readonly #prefix: string;

  constructor(rows: Rows, name: string) {
    this.#rows = rows;
    this.#prefix = `${name}~`;
  }

  /** The lock is always free, because an operation releases it before the next one begins. */
  lock(_key: string, work: (release: (done: Done) => Done) => void): void {
    work((done) => done);
  }

  read(key: string): unknown {
    return this.#rows.get(this.#prefix + key);
  }

  get(key: string, done: Done<unknown>): void {
    done(null, this.read(key));
  }

  put(key: string, value: unknown, done: Done): void {
    this.#rows.put(this.#prefix + key, value);
    done();
  }

  del(key: string, done: Done): void {
    this.#rows.delete(this.#prefix + key);
    done();
  }

  batch(operations: Operation[], done: Done): void {
    for (const one of operations) {
      if (one.type === "put") this.#rows.put(this.#prefix + one.key, one.value);
      else this.#rows.delete(this.#prefix + one.key);
    }
    done();
  }

  clear(done: Done): void {
    for (const { key } of [...this.#rows.range(this.#prefix)]) this.#rows.delete(this.#prefix + key);
    done();
  }

  createKeyStream(range?: Range): RowStream {
    return new RowStream(this.#rows.range(this.#prefix, range), ({ key }) => key);
  }

  createValueStream(range?: Range): RowStream {
    return new RowStream(this.#rows.range(this.#prefix, range), ({ value }) => JSON.parse(value));
  }
}

/** The descriptions of the tables. Each call on an item asks for one, so they are remembered until one changes. */
class TableStore extends SubStore {
  readonly #known = new Map<string, unknown>();

  known(name: string): unknown {
    const known = this.#known.get(name) ?? this.read(name);
    if (known !== undefined) this.#known.set(name, known);
    return known;
  }

  override put(key: string, value: unknown, done: Done): void {
    this.#known.delete(key);
    super.put(key, value, done);
  }

  override del(key: string, done: Done): void {
    this.#known.delete(key);
    super.del(key, done);
  }

  override batch(operations: Operation[], done: Done): void {
    for (const { key } of operations) this.#known.delete(key);
    super.batch(operations, done);
  }

  override clear(done: Done): void {
    this.#known.clear();
    super.clear(done);
  }
}

/** Gives its rows once its readers are attached, and reads no further when one of them has enough. */
class RowStream extends Stream {
  #ended = false;

  constructor(rows: Iterable<Row>, read: (row: Row) => unknown) {
    super();
    queueMicrotask(() => this.#readAll(rows, read));
  }

  destroy(): void {
    this.#ended = true;
  }

  #readAll(rows: Iterable<Row>, read: (row: Row) => unknown): void {
    for (const row of rows) {
      if (this.#ended) return;
      this.emit("data", read(row));
    }
    if (!this.#ended) this.emit("end");
  }
}
