/** More tags than any signature has. What follows them is not read. */
const MOST_TAGS = 100;

/**
 * The tags of a DKIM-Signature, ARC-Seal or ARC-Message-Signature (RFC 6376, 3.2), by name in lower case. A name that
 * occurs twice makes the whole list invalid, and none is returned.
 */
export function readTags(value: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of value.split(";", MOST_TAGS)) {
    const at = tag.indexOf("=");
    if (at < 0) continue;
    const name = tag.slice(0, at).trim().toLowerCase();
    if (tags.has(name)) return new Map();
    tags.set(name, tag.slice(at + 1).trim());
  }
  return tags;
}
