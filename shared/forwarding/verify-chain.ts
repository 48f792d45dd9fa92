import { bodyHash } from "./body-hash.ts";
import { algorithmOf, isSigned } from "./public-key.ts";
import type { SealedSet } from "./sealed-sender.ts";
import { bodyOf, relaxed, type SignedField, splitMail, withoutSignature } from "./signed-fields.ts";
import { readTags } from "./tags.ts";

/** The TXT records at each name that `keyNames` found; none where DNS has none. */
export type Keys = Record<string, string[]>;

/**
 * How the chain of ARC sets (RFC 8617) stands. `pass`: every seal is true and the newest signature covers the mail as it
 * came, with its From.
 */
export type Chain = { state: "none" | "fail" } | { state: "pass"; sets: SealedSet[] };

type ArcSet = { seal: SignedField; signature: SignedField; results: SignedField };

/** See seals.ts. */
const MOST_SETS = 10;
const KINDS = { seal: "arc-seal", signature: "arc-message-signature", results: "arc-authentication-results" } as const;

/**
 * Verifies the chain by the keys that were looked up before (RFC 8617, 5.2). It makes no call: DNS is asked outside of the
 * thread that reads a stranger's mail.
 */
export function verifyChain(raw: Uint8Array, keys: Keys): Chain {
  const { fields, body } = splitMail(raw);
  if (!fields.some(({ name }) => Object.values<string>(KINDS).includes(name))) return { state: "none" };
  const sets = readSets(fields);
  const newest = sets?.at(-1);
  if (sets === undefined || newest === undefined) return { state: "fail" };
  const isTrue =
    isMailSigned(newest.signature, fields, body, keys) && sets.every((_, at) => isSealed(sets.slice(0, at + 1), keys));
  if (!isTrue) return { state: "fail" };
  return {
    state: "pass",
    sets: sets.map(({ seal, results }) => ({
      sealer: readTags(bodyOf(seal)).get("d")?.toLowerCase() ?? "",
      found: bodyOf(results).replaceAll(/\r\n/g, " "),
    })),
  };
}

/** The sets in the order of their instances. Undefined unless they are 1 to n, each whole and each once. */
function readSets(fields: SignedField[]): ArcSet[] | undefined {
  const [seals, signatures, results] = Object.values(KINDS).map((kind) =>
    byInstance(fields.filter(({ name }) => name === kind)),
  );
  const count = seals?.size ?? 0;
  if (count === 0 || count > MOST_SETS || signatures?.size !== count || results?.size !== count) return undefined;
  const sets: ArcSet[] = [];
  for (let instance = 1; instance <= count; instance++) {
    const [seal, signature, result] = [seals, signatures, results].map((all) => all?.get(instance));
    if (seal === undefined || signature === undefined || result === undefined) return undefined;
    // RFC 8617, 5.2: the first seal found no chain, and each later one a true chain.
    if (readTags(bodyOf(seal)).get("cv")?.toLowerCase() !== (instance === 1 ? "none" : "pass")) return undefined;
    sets.push({ seal, signature, results: result });
  }
  return sets;
}

/** Undefined if an instance is no number or occurs twice. */
function byInstance(fields: SignedField[]): Map<number, SignedField> | undefined {
  const found = new Map<number, SignedField>();
  for (const field of fields) {
    const [, instance] =
      /(?:^|;)[ \t\r\n]{0,99}i[ \t\r\n]{0,99}=[ \t\r\n]{0,99}(\d{1,2})[ \t\r\n]{0,99}(?:;|$)/.exec(
        bodyOf(field).slice(0, 4_000),
      ) ?? [];
    if (instance === undefined || found.has(Number(instance))) return undefined;
    found.set(Number(instance), field);
  }
  return found;
}

/** RFC 8617, 5.1.1: the last seal of these sets signs all of their fields, in their order. */
function isSealed(sets: ArcSet[], keys: Keys): boolean {
  const last = sets.at(-1);
  if (last === undefined) return false;
  const lines = sets.flatMap((set) => {
    const seal = set === last ? withoutSignature(set.seal) : set.seal;
    return [set.results, set.signature, seal].map(relaxed);
  });
  return isSignedBy(last.seal, lines.join("\r\n"), keys);
}

/** RFC 8617, 4.1.2: the signature covers the fields that it names and the whole body. */
function isMailSigned(signature: SignedField, fields: SignedField[], body: Uint8Array, keys: Keys): boolean {
  const tags = readTags(bodyOf(signature));
  const names = (tags.get("h") ?? "").split(":", 1_000).map((name) => name.replaceAll(/[ \t\r\n]/g, "").toLowerCase());
  // A signature over a part of the body (l=) lets anybody add to it.
  if (!names.includes("from") || names.includes("arc-seal") || tags.has("l")) return false;
  const [header = "simple", form = "simple"] = (tags.get("c") ?? "").toLowerCase().split("/").filter(Boolean);
  if (![header, form].every((one) => one === "simple" || one === "relaxed")) return false;
  const hash = bodyHash(body, form === "relaxed" ? "relaxed" : "simple");
  if (hash !== (tags.get("bh") ?? "").replaceAll(/\s/g, "")) return false;
  const canonical = header === "relaxed" ? relaxed : ({ line }: SignedField) => line;
  const lines = [...namedFields(names, fields), withoutSignature(signature)].map(canonical);
  return isSignedBy(signature, lines.join("\r\n"), keys);
}

/** RFC 6376, 5.4.2: a name that occurs again in the list means the field of that name above. */
function namedFields(names: string[], fields: SignedField[]): SignedField[] {
  const left = Map.groupBy(fields, ({ name }) => name);
  return names.flatMap((name) => left.get(name)?.pop() ?? []);
}

function isSignedBy(field: SignedField, data: string, keys: Keys): boolean {
  const tags = readTags(bodyOf(field));
  const algorithm = algorithmOf(tags.get("a"));
  const name = `${tags.get("s") ?? ""}._domainkey.${tags.get("d") ?? ""}`.toLowerCase();
  const records = Object.hasOwn(keys, name) ? (keys[name] ?? []) : [];
  return algorithm !== undefined && isSigned(data, tags.get("b") ?? "", algorithm, records);
}
