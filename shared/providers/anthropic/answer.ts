import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";
import { content, field } from "../lenient.ts";
import type { Said } from "../served.ts";
import { reported, sum } from "../usage.ts";
import { US_FACTOR } from "./models.ts";

const usage = z.object({
  input_tokens: z.optional(z.unknown()),
  output_tokens: z.optional(z.unknown()),
  cache_read_input_tokens: z.optional(z.unknown()),
  cache_creation_input_tokens: z.optional(z.unknown()),
  output_tokens_details: field(z.object({ thinking_tokens: z.optional(z.unknown()) })),
  service_tier: field(z.string()),
  inference_geo: field(z.string()),
});

const message = z.object({
  model: field(z.string()),
  content: z._default(content, ""),
  stop_reason: field(z.string()),
  usage: field(usage),
});

/** Reads an answer of the Messages API. */
export function read(body: unknown): ReadAnswer {
  const { content: text, stop_reason, usage, model } = message.parse(body);
  const { cache_read_input_tokens: cached, cache_creation_input_tokens: written } = usage ?? {};
  return {
    text,
    finish: stop_reason ?? "",
    tokens: reported({
      // "Total input tokens in a request is the summation of input_tokens, cache_creation_input_tokens, and
      // cache_read_input_tokens": the SDK's Usage.
      input: usage?.input_tokens == null ? undefined : sum(usage?.input_tokens, written, cached),
      output: usage?.output_tokens,
      cached,
      written,
      reasoning: usage?.output_tokens_details?.thinking_tokens,
    }),
    served: { model, ...tierOf(usage) },
  };
}

function tierOf({ service_tier: tier, inference_geo: geo }: Partial<z.infer<typeof usage>> = {}): Said {
  return { tier, geo, factor: geo === "us" ? US_FACTOR : undefined };
}

/** https://platform.claude.com/docs/en/api/messages (stop_reason) */
export const finishes: ReadonlyMap<string, Finish> = new Map([
  ["end_turn", "end"],
  ["stop_sequence", "end"],
  ["max_tokens", "length"],
  ["model_context_window_exceeded", "length"],
  ["refusal", "refused"],
  ["tool_use", "unusable"],
  ["pause_turn", "unusable"],
]);
