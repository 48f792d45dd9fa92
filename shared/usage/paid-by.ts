import * as z from "zod/mini";

/** Whose key a call was made with. */
export const PAYERS = ["owner", "platform"] as const;
export const paidBy = z.enum(PAYERS);
export type PaidBy = z.infer<typeof paidBy>;
