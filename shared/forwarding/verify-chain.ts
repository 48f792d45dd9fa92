import * as z from "zod/mini";
import type { SealedSet } from "./sealed-sender.ts";

/** The TXT records at each name that `keyNames` found; none where DNS has none. */
export type Keys = Record<string, string[]>;

/** Shorter keys can be broken (RFC 8301, 3.2). */
const LEAST_BITS = 1024;

/**
 * How the chain of ARC sets (RFC 8617) stands. `pass`: every seal is true and the newest signature covers the mail as it
 * came, with its From.
 */
export type Chain = { state: "none" | "fail" } | { state: "pass"; sets: SealedSet[] };

/** The parts of the library's report that are used here. It types them as `any`. */
const tag = z.object({ value: z.string() });
const reported = z.array(
  z.object({
    "arc-seal": z.object({ parsed: z.object({ d: tag }) }),
    "arc-message-signature": z.object({ parsed: z.object({ d: tag, h: tag, l: z.optional(z.unknown()) }) }),
    "arc-authentication-results": z.object({ original: z.instanceof(Uint8Array) }),
  }),
);

/**
 * Verifies the chain by the keys that were looked up before. It makes no call: DNS is asked outside of the thread that
 * reads a stranger's mail.
 */
export async function verifyChain(raw: Uint8Array, keys: Keys): Promise<Chain> {
  const { arc, dkimVerify } = await import("./mailauth.ts");
  const options = { resolver: resolverOf(keys), minBitLength: LEAST_BITS, strict: true };
  const { arc: data } = await dkimVerify(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength), options);
  if (data === undefined || (data.chain === false && data.error === undefined)) return { state: "none" };
  if (data.chain === false || data.lastEntry === undefined || data.error !== undefined) return { state: "fail" };
  const { status } = await arc({ chain: data.chain, lastEntry: data.lastEntry }, options);
  const chain = reported.safeParse(data.chain);
  if (status.result !== "pass" || !chain.success) return { state: "fail" };
  const newest = chain.data.at(-1)?.["arc-message-signature"].parsed;
  // A signature over a part of the body (l=) lets anybody add to it.
  if (newest === undefined || newest.l !== undefined || !signsFrom(newest.h.value)) return { state: "fail" };
  const sets = chain.data.map((set) => ({
    sealer: set["arc-seal"].parsed.d.value.toLowerCase(),
    found: fieldBody(Buffer.from(set["arc-authentication-results"].original).toString("latin1")),
  }));
  return { state: "pass", sets };
}

function signsFrom(signed: string): boolean {
  return signed
    .toLowerCase()
    .split(":")
    .some((name) => name.trim() === "from");
}

function fieldBody(line: string): string {
  return line.slice(line.indexOf(":") + 1).replaceAll(/\r?\n/g, " ");
}

function resolverOf(keys: Keys) {
  return async (name: string, type: string): Promise<string[][]> => {
    const records = type === "TXT" ? (keys[name.toLowerCase()] ?? []) : [];
    if (records.length === 0) throw Object.assign(new Error("No such record"), { code: "ENOTFOUND" });
    return records.map((record) => [record]);
  };
}
