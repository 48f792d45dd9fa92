import * as z from "zod";

/** A verdict of SES on a mail. `GRAY`: SES could not tell, or the sender's domain has no policy. */
export const verdict = z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED"]);
export type Verdict = z.infer<typeof verdict>;
export type Verdicts = { spf: Verdict; dkim: Verdict; dmarc: Verdict; spam: Verdict; virus: Verdict };

export const PASSED: Verdicts = { spf: "PASS", dkim: "PASS", dmarc: "PASS", spam: "PASS", virus: "PASS" };

/** The verdict as a word of an Authentication-Results header: https://www.rfc-editor.org/rfc/rfc8601#section-2.7 */
export function resultWord(given: Verdict): string {
  return { PASS: "pass", FAIL: "fail", GRAY: "none", PROCESSING_FAILED: "temperror" }[given];
}
