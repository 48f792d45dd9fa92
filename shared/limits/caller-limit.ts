import { type DynamoDBDocumentClient, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { conditional } from "../aws/conditional-write.ts";
import { hashId } from "../ids.ts";

/** How often one caller may do one thing in a window by the clock. */
export type Allowance = {
  /** The name of the limit; a part of the row's key. */
  name: string;
  max: number;
  seconds: number;
};

/** Refusals that one process remembers; beyond it, the oldest go. */
const REMEMBERED = 10_000;

/**
 * Counts what callers do who have no account yet: by their address, by an e-mail, or all together. A row holds a hash in
 * place of an address, and expires.
 */
export class CallerLimit {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;
  /** Rows that are full, so that a flood is refused without a write for each of its requests. */
  readonly #full = new Set<string>();

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /**
   * Counts one more of `who`. A write that the SDK repeats counts twice.
   * @returns seconds until there is room again; undefined where there was
   */
  async take({ name, max, seconds }: Allowance, who: string, now: Date): Promise<number | undefined> {
    const at = now.getTime() / 1000;
    const window = Math.floor(at / seconds);
    const ends = (window + 1) * seconds;
    const row = { caller: hashId(name, who), window: `${name}:${window}` };
    const key = `${row.caller}/${row.window}`;
    if (this.#full.has(key)) return ends - at;
    if (await this.#count(row, max, ends + seconds)) return undefined;
    this.#remember(key);
    return ends - at;
  }

  async #count(Key: Record<string, string>, max: number, expiresAt: number): Promise<boolean> {
    const written = await conditional(
      this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key,
          UpdateExpression: "SET expires_at = :until ADD taken :one",
          ConditionExpression: "attribute_not_exists(taken) OR taken < :max",
          ExpressionAttributeValues: { ":one": 1, ":max": max, ":until": expiresAt },
        }),
      ),
    );
    return written !== undefined;
  }

  #remember(key: string): void {
    const [oldest] = this.#full;
    if (this.#full.size >= REMEMBERED && oldest !== undefined) this.#full.delete(oldest);
    this.#full.add(key);
  }
}
