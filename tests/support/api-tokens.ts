import { expect } from "vitest";
import type * as z from "zod/mini";
import { newToken } from "../../shared/api/token-schemas.ts";
import { SCOPE_NAMES } from "../../shared/tokens/scopes.ts";
import type { TestStack } from "./stack.ts";

export type MadeToken = z.infer<typeof newToken>;

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
