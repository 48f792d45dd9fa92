import * as z from "zod";

/** What SES says of a mail. `GRAY`: it could not tell, or the sender's domain has no policy. */
export const verdict = z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"]);
export type Verdict = z.infer<typeof verdict>;
export type Verdicts = { spf: Verdict; dkim: Verdict; dmarc: Verdict; spam: Verdict; virus: Verdict };

export const PASSED: Verdicts = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" };

/** The same in the words of an Authentication-Results header: https://www.rfc-editor.org/rfc/rfc8601#section-2.7 */
export function resultWord(given: Verdict): string {
  return { PASS: "pass", FAIL: "fail", GRAY: "none", PROCESSING_FAILED: "temperror" }[given];
}
