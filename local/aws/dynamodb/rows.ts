import { DatabaseSync, type StatementSync } from "node:sqlite";

/** Bounds of a range of keys, as in LevelDB's iterators. An empty bound means no bound. */
export type Range = { gt?: string; gte?: string; lt?: string; lte?: string; reverse?: boolean; limit?: number };

export type Row = { key: string; value: string };

/** After every key that can follow a prefix: keys are compared by the bytes of UTF-8. */
const LAST = "\u{10FFFF}";

/**
 * Rows of JSON, ordered by their keys, in one SQLite file. Without a path the file is SQLite's own temporary one, which
 * stays in memory while it is small.
 */
export class Rows {
  readonly #db: DatabaseSync;
  readonly #get;
  readonly #put;
  readonly #delete;
  readonly #begin;
  readonly #commit;
  readonly #ranges = new Map<string, StatementSync>();

  /** @throws Error of SQLite when the file is damaged, or held by another process */
  constructor(path = "") {
    this.#db = new DatabaseSync(path);
    // The write-ahead log loses nothing when this process is killed; only a power cut could take the last writes.
    // Held exclusively, the file also keeps a second start out. https://www.sqlite.org/pragma.html#pragma_locking_mode
    const journal = path === "" ? "MEMORY" : "WAL";
    this.#db.exec(`PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = ${journal}; PRAGMA synchronous = NORMAL`);
    this.#db.exec(
      "BEGIN EXCLUSIVE; CREATE TABLE IF NOT EXISTS rows (key TEXT PRIMARY KEY, value TEXT NOT NULL); COMMIT",
    );
    this.#get = this.#db.prepare("SELECT value FROM rows WHERE key = ?");
    this.#put = this.#db.prepare(
      "INSERT INTO rows VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    );
    this.#begin = this.#db.prepare("BEGIN");
    this.#commit = this.#db.prepare("COMMIT");
    this.#delete = this.#db.prepare("DELETE FROM rows WHERE key = ?");
  }

  get(key: string): unknown {
    const row = this.#get.get(key);
    return row === undefined ? undefined : JSON.parse(String(row["value"]));
  }

  put(key: string, value: unknown): void {
    this.#put.run(key, JSON.stringify(value));
  }

  delete(key: string): void {
    this.#delete.run(key);
  }

  /** The rows whose keys begin with `prefix` and are in the range without it. They are read lazily. */
  *range(prefix: string, { gt, gte, lt, lte, reverse = false, limit = -1 }: Range = {}): Generator<Row> {
    const lower = gt ? `key > ?` : `key >= ?`;
    const upper = lte ? `key <= ?` : `key < ?`;
    const query = `SELECT key, value FROM rows WHERE ${lower} AND ${upper} ORDER BY key ${reverse ? "DESC" : "ASC"} LIMIT ?`;
    const bounds = [prefix + (gt || gte || ""), prefix + (lte || lt || LAST), limit];
    for (const { key, value } of this.#prepared(query).iterate(...bounds)) {
      yield { key: String(key).slice(prefix.length), value: String(value) };
    }
  }

  #prepared(query: string): StatementSync {
    const statement = this.#ranges.get(query) ?? this.#db.prepare(query);
    this.#ranges.set(query, statement);
    return statement;
  }

  /** Writes all of them or none. */
  atOnce<T>(write: () => T): T {
    this.#begin.run();
    try {
      const result = write();
      this.#commit.run();
      return result;
    } catch (error) {
      this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  close(): void {
    this.#db.close();
  }
}
