import * as z from "zod/mini";

/** What SES can find of a mail in one check. */
const verdict = z.enum(["PASS", "FAIL", "GRAY", "PROCESSING_FAILED", "DISABLED"]);
export const verdicts = z.object({ spam: verdict, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict });
export type Verdicts = z.infer<typeof verdicts>;

/** A verdict as SES reports it; "" where it reports none. */
export const reportedVerdict = z.catch(z.object({ status: z.string() }), { status: "" });
type Reported = Record<keyof Verdicts, z.infer<typeof reportedVerdict>>;

/** A missing or unknown verdict counts as a failed check, and such a mail is not answered. */
const counted = z.catch(verdict, "PROCESSING_FAILED");

export function readVerdicts({ spam, virus, spf, dkim, dmarc }: Reported): Verdicts {
  return {
    spam: counted.parse(spam.status),
    virus: counted.parse(virus.status),
    spf: counted.parse(spf.status),
    dkim: counted.parse(dkim.status),
    dmarc: counted.parse(dmarc.status),
  };
}

/** The checks that are switched off or report a value that we do not know. Until somebody looks, every mail is held. */
export function checksOff(reported: Reported): string[] {
  const off = Object.entries(reported).filter(([, { status }]) => {
    return status === "DISABLED" || !verdict.safeParse(status).success;
  });
  return off.map(([check]) => check);
}
