import * as z from "zod";
import { type Verdicts, verdict } from "../mail/verdicts.ts";

const passes = verdict.default("PASS");
const query = z.strictObject({
  from: z.string().default(""),
  to: z.array(z.string().regex(/^[^@\s]+@[^@\s]+$/, "must be an e-mail address")).min(1, "must name a recipient"),
  spf: passes,
  dkim: passes,
  dmarc: passes,
  spam: passes,
  virus: passes,
});

/**
 * Reads the parameters of `POST /_local/mail` from its query.
 * @throws ZodError that names the invalid parameter
 */
export function mailQuery(search: URLSearchParams): { from: string; to: string[]; verdicts: Verdicts } {
  const { from, to, ...verdicts } = query.parse({ ...Object.fromEntries(search), to: search.getAll("to") });
  return { from, to, verdicts };
}
