import { domainOf, isWithin } from "./address.ts";
import { sesAuthResults } from "./auth-results.ts";
import type { KnownFacts } from "./facts.ts";

// SES repeats the envelope in its results; with these in a quoted local part, it could pass for another result.
const RESULT_MARKS = /[\s";()\\]/;

/**
 * True when the author's domain is proved: by DMARC, or, for a domain without a DMARC policy, by what DMARC would ask
 * for (RFC 9989): a DKIM signature or an SPF pass of that domain.
 */
export function isProven({ author, envelope_from, verdicts, headers }: KnownFacts): boolean {
  if (author === undefined || RESULT_MARKS.test(envelope_from)) return false;
  const domain = domainOf(author.address);
  const results = sesAuthResults(headers);
  if (results.doubtful) return false;
  // SES and our parser read the same From, or one of them was misled.
  if (results.from !== undefined && results.from !== domain) return false;
  if (verdicts.dmarc === "PASS") return true;
  if (verdicts.dmarc !== "GRAY") return false;
  const bySpf = verdicts.spf === "PASS" && domainOf(envelope_from) === domain;
  // A parent domain may sign for those below it; the other way round, any tenant of a shared domain could sign for it.
  return bySpf || (verdicts.dkim === "PASS" && results.dkim.some((signer) => isWithin(domain, signer)));
}

/** Without every check's result nothing is proved, and no answer is risked. */
export function lacksVerdict({ verdicts }: KnownFacts): boolean {
  return Object.values(verdicts).some((verdict) => verdict === "PROCESSING_FAILED" || verdict === "DISABLED");
}
