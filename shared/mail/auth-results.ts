import { domainOf } from "./address.ts";
import { type Header, headerValues, withoutComments } from "./headers.ts";

export type AuthResults = {
  /** The domains whose DKIM signature holds. */
  dkim: string[];
  /** The From domain that DMARC was checked for. */
  from: string | undefined;
};

/**
 * What SES wrote of a mail's authentication (RFC 8601). SES puts its field on top of the mail, so only the first one is
 * read, and only if it bears SES's name: any below it is the sender's own.
 * @example `amazonses.com; spf=pass (...) ...; dkim=pass header.i=@customer.example; dmarc=none header.from=customer.example;`
 */
export function sesAuthResults(headers: Header[]): AuthResults {
  const [first = ""] = headerValues(headers, "authentication-results");
  const [server = "", ...results] = withoutComments(first).split(";");
  if (server.trim().toLowerCase() !== "amazonses.com") return { dkim: [], from: undefined };
  const words = results.map((result) => result.trim().toLowerCase().split(/\s+/));
  return {
    dkim: words.filter(([method]) => method === "dkim=pass").flatMap((result) => signers(result)),
    from: words.find(([method]) => method?.startsWith("dmarc="))?.flatMap((word) => property(word, "header.from"))[0],
  };
}

function signers(words: string[]): string[] {
  const domains = words.flatMap((word) => property(word, "header.d"));
  return domains.length > 0 ? domains : words.flatMap((word) => property(word, "header.i")).map(domainOf);
}

function property(word: string, name: string): string[] {
  return word.startsWith(`${name}=`) ? [word.slice(name.length + 1)] : [];
}
