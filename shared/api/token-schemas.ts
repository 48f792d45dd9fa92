import * as z from "zod/mini";
import { apiToken, scopeName } from "../tokens/api-token.ts";
import { id, oneLine, timestamp } from "./fields.ts";

export const tokenParams = z.object({ id });

export const createTokenBody = z.strictObject({
  name: oneLine(80),
  scopes: z.array(scopeName).check(z.minLength(1), z.maxLength(20)),
  agentIds: z._default(z.nullable(z.array(id).check(z.minLength(1), z.maxLength(20))), null),
  endsAt: z.optional(z.iso.datetime()),
});

/** A token in lists: never the token itself, and never its hash. */
const tokenRow = z.object({
  id: z.string(),
  name: z.string(),
  hint: apiToken.shape.hint,
  scopes: z.array(scopeName),
  agent_ids: apiToken.shape.agent_ids,
  created_at: timestamp,
  ends_at: timestamp,
  /** The token that made this one; null where its owner did. */
  made_by: z.nullable(z.string()),
  /** To some minutes; null where it was never used. */
  last_used_at: z.nullable(timestamp),
  last_used_from: z.nullable(z.string()),
  seen_in_url_at: z.nullable(timestamp),
});

export const tokenList = z.object({ tokens: z.array(tokenRow) });

/** `token` is shown here and nowhere else. */
export const newToken = z.extend(tokenRow, { token: z.string() });
