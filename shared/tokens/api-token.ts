import * as z from "zod/mini";
import { SCOPE_NAMES } from "./scopes.ts";

export const scopeName = z.enum(SCOPE_NAMES);

/** One API token, without the token itself. */
export const apiToken = z.object({
  user_id: z.string(),
  token_id: z.string(),
  /** `hashToken` of the token. */
  token_hash: z.string(),
  /** The token's first characters: `hintOf`. */
  hint: z.string(),
  name: z.string(),
  scopes: z.array(scopeName),
  /** The only agents that the token reaches. Null: all of the account, also those to come. */
  agent_ids: z.nullable(z.array(z.string())),
  created_at: z.string(),
  /** From this moment on the token is refused. */
  ends_at: z.string(),
  /** The token that made this one. It is revoked with it. */
  made_by: z.optional(z.string()),
  /** At most one write in some minutes (last-use.ts), so the time can be that much too old. */
  last_used_at: z.optional(z.string()),
  /** The address that it was used from then, an IPv6 one as its /64. */
  last_used_from: z.optional(z.string()),
  /** When the token was last seen in a URL, where others may have read it. */
  seen_in_url_at: z.optional(z.string()),
  /** When DynamoDB deletes the row, in seconds. */
  expires_at: z.number(),
});
export type ApiToken = z.infer<typeof apiToken>;

/** What a token may do, as handlers need it. */
export type TokenGrant = Pick<ApiToken, "token_id" | "scopes" | "agent_ids" | "ends_at">;
