import * as z from "zod/mini";
import { isTimeZone } from "../agents/summary-time.ts";

export const hourOfDay = z.number().check(z.int(), z.gte(0), z.lte(23));

/** By its name in the table of the IANA, as far as this runtime knows it. */
export const timeZone = z
  .string()
  .check(z.maxLength(64), z.refine(isTimeZone, "must be a time zone, such as Europe/Berlin or UTC"));
