import { domainOf, isWithin } from "./address.ts";
import { sesAuthResults } from "./auth-results.ts";
import type { KnownFacts } from "./facts.ts";

// SES repeats the envelope sender in its results. With these characters in a quoted local part, it could look like
// another result.
const RESULT_MARKS = /[\s";()\\]/;

/**
 * True when the author's domain is proved: by DMARC, by the seal of a forwarder that the owner has connected, or, without a DMARC policy, by what DMARC would require (RFC
 * 9989), which is a DKIM signature or an SPF pass of that domain.
 */
export function isProven({ author, envelope_from, verdicts, headers, sealed_for }: KnownFacts): boolean {
  if (author === undefined) return false;
  const domain = domainOf(author.address);
  // The seal covers From, whatever the envelope became on the way.
  if (sealed_for !== undefined && sealed_for === domain) return true;
  if (RESULT_MARKS.test(envelope_from)) return false;
  const results = sesAuthResults(headers);
  if (results.doubtful) return false;
  // If SES and our parser read different From domains, one of them was misled.
  if (results.from !== undefined && results.from !== domain) return false;
  if (verdicts.dmarc === "PASS") return true;
  if (verdicts.dmarc !== "GRAY") return false;
  const bySpf = verdicts.spf === "PASS" && domainOf(envelope_from) === domain;
  // A parent domain may sign for its subdomains. In the other direction, any tenant of a shared domain could sign for
  // that domain.
  return bySpf || (verdicts.dkim === "PASS" && results.dkim.some((signer) => isWithin(domain, signer)));
}

/** True when a check has no result. Nothing is proved then, so no answer is sent. */
export function lacksVerdict({ verdicts }: KnownFacts): boolean {
  return Object.values(verdicts).some((verdict) => verdict === "PROCESSING_FAILED" || verdict === "DISABLED");
}
