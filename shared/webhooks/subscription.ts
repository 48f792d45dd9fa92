import * as z from "zod/mini";

/** What of an endpoint decides whether an event goes to it. Those who announce events read no more. */
export const subscription = z.object({
  events: z.array(z.string()),
  agent_ids: z.nullable(z.array(z.string())),
  is_active: z.boolean(),
  paused_reason: z.nullable(z.string()),
  created_at: z.string(),
});
export type Subscription = z.infer<typeof subscription>;

type Announced = { agent_id?: string | undefined; payload: { type: string; timestamp: string } };

/**
 * True if the endpoint's owner asked for this event. An endpoint that its owner has switched off gets none; one that
 * Latchkey paused still does, so that they can be delivered when it works again.
 */
export function wants(to: Subscription, { agent_id, payload }: Announced): boolean {
  if (!to.is_active && to.paused_reason === null) return false;
  // A run announces its whole timeline again, also what happened before there was this endpoint.
  if (payload.timestamp < to.created_at || !to.events.includes(payload.type)) return false;
  return to.agent_ids === null || agent_id === undefined || to.agent_ids.includes(agent_id);
}
