import type { Run } from "./run-cache.ts";

type Verdict = Run["verdicts"]["spf"];

export const DELIVERY: Record<NonNullable<Run["delivery"]>, string> = {
  sent: "Sent, and not yet confirmed by the receiver's server",
  delivered: "Delivered",
  bounced: "Could not be delivered",
  complained: "Delivered, and called spam by the receiver",
  rejected: "Rejected by the mail service, and not sent",
};

const UNKNOWN: Record<Exclude<Verdict, "PASS" | "FAIL">, string> = {
  GRAY: "Undecided",
  PROCESSING_FAILED: "The check did not finish",
  DISABLED: "Not checked",
};

/** Amazon SES's verdicts on the mail, in words. */
export function checksOf({ spf, dkim, dmarc, spam, virus }: Run["verdicts"]): { name: string; value: string }[] {
  return [
    { name: "DMARC", value: verdictWords(dmarc, "Passed: the sender's domain confirms it", "Failed: a forgery") },
    { name: "DKIM", value: verdictWords(dkim, "Passed: signed", "Failed: no valid signature") },
    {
      name: "SPF",
      value: verdictWords(spf, "Passed: the server may send for its domain", "Failed: the server may not send for it"),
    },
    { name: "Spam", value: verdictWords(spam, "Not spam", "Spam") },
    { name: "Viruses", value: verdictWords(virus, "None found", "Found one") },
  ];
}

function verdictWords(verdict: Verdict, pass: string, fail: string): string {
  if (verdict === "PASS") return pass;
  return verdict === "FAIL" ? fail : UNKNOWN[verdict];
}
