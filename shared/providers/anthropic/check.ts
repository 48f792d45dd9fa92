import * as z from "zod/mini";
import type { Question } from "../api.ts";

const counted = z.object({ input_tokens: z.number() });

/**
 * "Token counting is free to use", and like a message it is refused without credit:
 * https://platform.claude.com/docs/en/build-with-claude/token-counting
 */
export function check(model: string): Question[] {
  return [
    {
      path: "/v1/messages/count_tokens",
      init: {
        method: "POST",
        headers: { "content-type": "application/json", "anthropic-version": "2023-06-01" },
        body: JSON.stringify({ model, messages: [{ role: "user", content: "hello" }] }),
      },
      read: (body) => counted.parse(body) && "active",
    },
  ];
}
