import { promises as dns } from "node:dns";
import { setTimeout } from "node:timers/promises";
import type { Keys } from "../../../shared/forwarding/verify-chain.ts";

/** Looks up the keys of seals and signatures. */
export type FindsKeys = { signingKeys: SigningKeys };

const LONGEST_MS = 4_000;
const KEPT_MS = 5 * 60_000;
/** Forwarders have few keys, and strangers as many as they like. */
const MOST_KEPT = 500;
/** What DNS answers for a name without a key. */
const ABSENT = new Set(["ENOTFOUND", "ENODATA", "EBADNAME", "EFORMERR", "EBADQUERY"]);

type Found = { records: string[]; until: number };

/** The TXT records under which DKIM's keys are published (RFC 6376, 3.6.2), kept for some minutes. */
export class SigningKeys {
  readonly #kept = new Map<string, Found>();

  /** Undefined where DNS gave no answer, so that nothing is known. */
  async find(names: string[], now: Date): Promise<Keys | undefined> {
    const found = await Promise.all(names.map((name) => this.#one(name, now.getTime())));
    const keys: Keys = {};
    for (const [i, name] of names.entries()) {
      const records = found[i];
      if (records === undefined) return undefined;
      keys[name] = records;
    }
    return keys;
  }

  async #one(name: string, now: number): Promise<string[] | undefined> {
    const kept = this.#kept.get(name);
    if (kept !== undefined && kept.until > now) return kept.records;
    const records = await Promise.race([lookUp(name), setTimeout(LONGEST_MS, undefined, { ref: false })]);
    if (records === undefined) return undefined;
    if (this.#kept.size >= MOST_KEPT) this.#kept.clear();
    this.#kept.set(name, { records, until: now + KEPT_MS });
    return records;
  }
}

async function lookUp(name: string): Promise<string[] | undefined> {
  try {
    return (await dns.resolveTxt(name)).map((chunks) => chunks.join(""));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return ABSENT.has(code) ? [] : undefined;
  }
}
