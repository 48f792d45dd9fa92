/** The annotations of tools: https://modelcontextprotocol.io/specification/2026-07-28/schema#toolannotations */

/** Reads what is in Latchkey. */
export const LOOKS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/**
 * Changes a draft for good. A second call with the same `updated_at` finds the conversation changed and does nothing, which
 * makes it idempotent.
 */
export const DECIDES = { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: false };

/** Does it outside of Latchkey too: a mail leaves, or a provider is asked. */
export const ACTS = { ...DECIDES, openWorldHint: true };
