import * as z from "zod/mini";
import { GROUPS, usageNumbers } from "../usage/usage-numbers.ts";
import { day } from "./fields.ts";

/** Days are UTC and inclusive; without them, the last 30 days up to today. */
export const usageQuery = z.strictObject({
  from: z.optional(day),
  to: z.optional(day),
  group_by: z._default(z.enum(GROUPS), "day"),
});

export const usageReport = z.object({
  from: day,
  to: day,
  group_by: z.enum(GROUPS),
  total: usageNumbers,
  groups: z.array(z.extend(usageNumbers, { key: z.string() })),
});

/** The same groups as a table; a sum of its rows is the total, so the total is not one of them. */
export const usageCsv = {
  rows: "groups",
  columns: ["key", ...Object.keys(usageNumbers.shape)],
  filename: "usage.csv",
} as const;
