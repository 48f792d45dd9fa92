import * as z from "zod/mini";

/** A correspondent whom the agent does not answer, because a reply could not be delivered or was called spam. */
export const blockedRow = z.object({
  id: z.string(),
  address: z.string(),
  reason: z.enum(["bounced", "complained"]),
  run_id: z.string(),
  /** ISO 8601 in UTC. */
  blocked_at: z.string(),
});
