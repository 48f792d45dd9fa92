import * as z from "zod/mini";

/**
 * What the authorizer tells the functions about the caller, in `requestContext.authorizer.lambda`. It names a token's
 * row and decides nothing: the gateway hands out the same words for as long as it caches them, so what may have changed
 * since is read by the function.
 */
const identity = z.discriminatedUnion("kind", [
  /** An access token of a session, with a good signature. */
  z.object({ kind: z.literal("session") }),
  z.object({ kind: z.literal("token"), user_id: z.string(), token_id: z.string() }),
  /** Neither. The function answers, because the gateway can answer such a caller only with a 403 without a reason. */
  z.object({ kind: z.literal("unknown") }),
]);
export type Identity = z.infer<typeof identity>;

const event = z.object({
  requestContext: z.object({ authorizer: z.optional(z.object({ lambda: z.optional(identity) })) }),
});

/** Undefined where another authorizer stands before the route, or none. */
export function identityOf(given: unknown): Identity | undefined {
  return event.parse(given).requestContext.authorizer?.lambda;
}
