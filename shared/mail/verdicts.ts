import * as z from "zod/mini";
import { verdicts } from "../api/conversation-schemas.ts";

export type Verdicts = z.infer<typeof verdicts>;

/** A verdict as SES reports it. One that is missing or unknown counts as not reached: such a mail is not answered. */
export const reportedVerdict = z.catch(z.object({ status: verdicts.shape.spam }), { status: "PROCESSING_FAILED" });
