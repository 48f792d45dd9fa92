import { expect } from "vitest";
import type * as z from "zod/mini";
import { newToken } from "../../shared/api/token-schemas.ts";
import type { ApiToken } from "../../shared/tokens/api-token.ts";
import { SCOPE_NAMES } from "../../shared/tokens/scopes.ts";
import { hashToken } from "../../shared/tokens/token-text.ts";
import type { TestStack } from "./stack.ts";

export type MadeToken = z.infer<typeof newToken>;

/** A token's row, as the store keeps it. */
export function someToken(changes: Partial<ApiToken> = {}): ApiToken {
  return {
    user_id: "alice",
    token_id: "token1",
    token_hash: hashToken("lk_of-this-test"),
    hint: "lk_of-t",
    name: "A program",
    scopes: ["conversations:read"],
    agent_ids: null,
    created_at: "2026-11-23T12:00:00.000Z",
    ends_at: "2027-02-21T12:00:00.000Z",
    expires_at: 1_805_803_200,
    ...changes,
  };
}

/** Makes an API token with every scope, unless `more` says otherwise. */
export async function makeToken(
  stack: Pick<TestStack, "api">,
  { token }: { token: string },
  more: { scopes?: readonly string[]; agentIds?: string[]; endsAt?: string; name?: string } = {},
): Promise<MadeToken> {
  const body = { name: "A program", scopes: SCOPE_NAMES, ...more };
  const answer = await stack.api("POST", "/api/tokens", { token, body });
  expect(answer.status, answer.text).toBe(201);
  return newToken.parse(answer.json);
}
