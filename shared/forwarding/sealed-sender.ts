import { isWithin } from "../mail/address.ts";
import { readAuthPayload } from "./auth-results.ts";

/** One set of a chain that was verified: who sealed it, and what that server says it found. */
export type SealedSet = { sealer: string; found: string };

/**
 * True when the first hop of a forwarder whom the owner connected found that the From domain is proved: by DMARC, or by
 * a DKIM signature of that domain or of a parent (RFC 9989). `chain` is a whole chain whose seals were verified, oldest
 * first. Only the words of a trusted sealer count, and the last seal must be a trusted one's: whoever sealed after it may
 * have changed the mail.
 */
export function isSealedSender(chain: SealedSet[], sealers: readonly string[], from: string): boolean {
  const last = chain.at(-1);
  if (last === undefined || from === "" || !sealers.includes(last.sealer)) return false;
  const first = chain.find(({ sealer }) => sealers.includes(sealer));
  const found = readAuthPayload(first?.found ?? "");
  if (found === undefined) return false;
  return (
    found.results.some(({ method, result, properties }) => {
      if (result !== "pass") return false;
      if (method === "dmarc") return properties.get("header.from") === from;
      const signer = properties.get("header.d") ?? properties.get("header.i")?.split("@").at(-1) ?? "";
      return method === "dkim" && isWithin(from, signer);
    }) && !deniesFrom(found.results, from)
  );
}

/** True when the server itself says that DMARC failed, or checked another From than we read. */
function deniesFrom(
  results: { method: string; result: string; properties: ReadonlyMap<string, string> }[],
  from: string,
): boolean {
  return results.some(({ method, result, properties }) => {
    if (method !== "dmarc") return false;
    return result === "fail" || (properties.get("header.from") ?? from) !== from;
  });
}
