import { type Header, headerValues } from "../mail/headers.ts";
import { readTags } from "./tags.ts";

/** RFC 8617, 4.2.1 allows 50. A mail with more hops than this has no forwarder whom its reader would know. */
const MOST_SETS = 10;

/** A host name as it may be asked of DNS. */
const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/;

/** One ARC-Seal: whose it is, and where its key is published. */
export type Seal = { instance: number; sealer: string };

/** The seals of a mail, oldest first, as they claim to be; undefined if there are too many. Nothing is verified here. */
export function readSeals(headers: Header[]): Seal[] | undefined {
  const values = headerValues(headers, "arc-seal");
  if (values.length > MOST_SETS) return undefined;
  const seals = values.map((value): Seal => {
    const tags = readTags(value);
    return { instance: Number(tags.get("i") ?? Number.NaN), sealer: (tags.get("d") ?? "").toLowerCase() };
  });
  return seals.toSorted((one, other) => one.instance - other.instance);
}

/** Who sealed the mail last; undefined without a seal. */
export function newestSealer(headers: Header[]): string | undefined {
  return readSeals(headers)?.at(-1)?.sealer || undefined;
}

/** The names in DNS under which the keys of all seals and of the newest signature are published. */
export function keyNames(headers: Header[]): string[] {
  if (readSeals(headers) === undefined) return [];
  const values = ["arc-seal", "arc-message-signature"].flatMap((name) =>
    headerValues(headers, name).slice(0, MOST_SETS),
  );
  const names = values.map((value) => {
    const tags = readTags(value);
    return `${tags.get("s") ?? ""}._domainkey.${tags.get("d") ?? ""}`.toLowerCase();
  });
  return [...new Set(names)].filter((name) => NAME.test(name));
}
