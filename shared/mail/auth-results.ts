import { domainOf } from "./address.ts";
import { type Header, headerValues, withoutComments } from "./headers.ts";

export type AuthResults = {
  /** The domains with a valid DKIM signature. */
  dkim: string[];
  /** The From domain that DMARC was checked for. */
  from: string | undefined;
  /** True when something occurs twice that SES writes only once: a stranger may have injected a part of the field. */
  doubtful: boolean;
};

const NOTHING: AuthResults = { dkim: [], from: undefined, doubtful: false };

/** A host name with a dot, or an address in brackets (RFC 5321, 4.1.3). */
const HOST = "(?:[a-z0-9_-]+(?:\\.[a-z0-9_-]+)+\\.?|\\[[0-9a-f.:]+\\])";
const HELO = new RegExp(`^helo=${HOST}$`);
/** The start of SES's Received field: the client's HELO, its address, then SES itself. */
const RECEIVED = new RegExp(`^from ${HOST} \\([^()]*\\) by inbound-smtp\\.[a-z0-9-]+\\.amazonaws\\.com `);

/**
 * Reads SES's authentication results (RFC 8601). SES puts its field on top of the mail, so only the first field is
 * read, and only if it bears SES's name: any field below it came from the sender. SES repeats the client's HELO in it,
 * so signatures count only when the HELO is a plain host name, here and in SES's Received field. Otherwise `HELO
 * x.example; dkim=pass header.i=@bank.example` would look like a signature.
 * @example `amazonses.com; spf=pass (...) client-ip=...; envelope-from=a@b.example; helo=mx.b.example; dkim=pass
 * header.i=@b.example; dmarc=none header.from=b.example;`
 *
 */
export function sesAuthResults(headers: Header[]): AuthResults {
  const [first = ""] = headerValues(headers, "authentication-results");
  const [server = "", ...results] = withoutComments(first).split(";");
  if (server.trim().toLowerCase() !== "amazonses.com") return NOTHING;
  const words = results.map((result) => result.trim().toLowerCase().split(/\s+/));
  const doubtful =
    words.some(hasDuplicateProperty) ||
    ["spf=", "dmarc=", "helo="].some((method) => resultsStartingWith(words, method).length > 1);
  return {
    dkim: isPlainHelo(words, headers) ? resultsStartingWith(words, "dkim=pass").flatMap(signers) : [],
    from: resultsStartingWith(words, "dmarc=").flatMap((result) => propertyValues(result, "header.from"))[0],
    doubtful,
  };
}

/** True when one result has the same property twice: the value of one injected the other. */
function hasDuplicateProperty(words: string[]): boolean {
  const names = words.flatMap((word) => /^header\.[a-z]+(?==)/.exec(word)?.[0] ?? []);
  return new Set(names).size < names.length;
}

function isPlainHelo(words: string[][], headers: Header[]): boolean {
  const [received = ""] = headerValues(headers, "received");
  const line = received.toLowerCase().replace(/\s+/g, " ").trim();
  const isPlain = !line.includes("by inbound-smtp.") || RECEIVED.test(line);
  return isPlain && resultsStartingWith(words, "helo=").every((result) => HELO.test(result.join(" ")));
}

function resultsStartingWith(results: string[][], method: string): string[][] {
  return results.filter(([word = ""]) => word.startsWith(method));
}

function signers(words: string[]): string[] {
  const domains = propertyValues(words, "header.d");
  return domains.length > 0 ? domains : propertyValues(words, "header.i").map(domainOf);
}

function propertyValues(words: string[], name: string): string[] {
  return words.flatMap((word) => (word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : []));
}
