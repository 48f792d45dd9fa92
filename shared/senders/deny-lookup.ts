import type { RowReader } from "../aws/row-reader.ts";
import { deniedKey } from "./denied-key.ts";
import { patternsFor } from "./sender-pattern.ts";

/** The keys that one BatchGetItem takes. A mail with so many senders is none that is answered. */
const MOST_KEYS = 100;

/** Asks a list of denied senders by key, so that it may be of any length. */
export class DenyLookup {
  readonly #reads: RowReader;
  readonly #table: string;

  constructor(reads: RowReader, table: string) {
    this.#reads = reads;
    this.#table = table;
  }

  /** True if the agent's list has one of these addresses, its domain, or a domain above that. */
  async hasAny(userId: string, agentId: string, addresses: string[]): Promise<boolean> {
    const patterns = [...new Set(addresses.flatMap(patternsFor))].slice(0, MOST_KEYS);
    const keys = patterns.map((pattern) => ({ user_id: userId, denied: deniedKey(agentId, pattern) }));
    const rows = await Promise.all(keys.map((key) => this.#reads.get(this.#table, key)));
    return rows.some((row) => row !== undefined);
  }
}
