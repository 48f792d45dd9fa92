import { join } from "node:path";
import * as z from "zod";
import { readState, writeState } from "../aws/state-file.ts";

/** A TXT record is one string, or the strings that a zone file would have beside each other. */
const values = z.array(z.union([z.string(), z.array(z.string())]));

/** All records of one type at one name. `fault`: what the server does instead of answering. */
export const recordSet = z.object({
  name: z.string().toLowerCase(),
  type: z.enum(["TXT", "CNAME", "MX"]),
  values: values.default([]),
  fault: z.enum(["SERVFAIL", "REFUSED", "silent"]).optional(),
});
export type RecordSet = z.infer<typeof recordSet>;

const state = z.array(recordSet);

/** The records of this machine's own DNS. There is no public DNS here, and no domain is anybody's. */
export class Zone {
  readonly #sets = new Map<string, RecordSet>();
  readonly #file: string | undefined;

  /** @param folder where the records are kept; undefined keeps them in memory */
  constructor(folder: string | undefined) {
    this.#file = folder === undefined ? undefined : join(folder, "dns.json");
    for (const set of this.#file === undefined ? [] : readState(this.#file, state, [])) this.#put(set);
  }

  all(): RecordSet[] {
    return [...this.#sets.values()];
  }

  /** Puts each set in the place of the one of its name and type; one without values and fault is removed. */
  put(sets: RecordSet[]): void {
    for (const set of sets) this.#put(set);
    if (this.#file !== undefined) writeState(this.#file, this.all());
  }

  find(name: string, type: string): RecordSet | undefined {
    return this.#sets.get(keyOf(name, type));
  }

  has(name: string): boolean {
    return this.all().some((set) => set.name === name.toLowerCase());
  }

  #put(set: RecordSet): void {
    const key = keyOf(set.name, set.type);
    if (set.values.length === 0 && set.fault === undefined) this.#sets.delete(key);
    else this.#sets.set(key, set);
  }
}

function keyOf(name: string, type: string): string {
  return `${name.toLowerCase()} ${type}`;
}
