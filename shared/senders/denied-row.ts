import * as z from "zod/mini";

/** A sender whose mails an agent passes over; `id` is a hash of agent and sender. */
export const deniedRow = z.object({
  id: z.string(),
  /** `anna@shop.example`, `shop.example` or `*.shop.example`: see sender-pattern.ts. */
  sender: z.string(),
  /** ISO 8601 in UTC. */
  added_at: z.string(),
});
export type Denied = z.infer<typeof deniedRow>;
