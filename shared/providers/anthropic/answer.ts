import * as z from "zod/mini";
import type { Finish, ReadAnswer } from "../api.ts";
import { lenientContent, lenientField } from "../lenient.ts";
import type { UncheckedServed } from "../served.ts";
import { readTokenCounts, sumCounts } from "../usage.ts";
import { US_FACTOR } from "./models.ts";

const usage = z.object({
  input_tokens: z.optional(z.unknown()),
  output_tokens: z.optional(z.unknown()),
  cache_read_input_tokens: z.optional(z.unknown()),
  cache_creation_input_tokens: z.optional(z.unknown()),
  output_tokens_details: lenientField(z.object({ thinking_tokens: z.optional(z.unknown()) })),
  service_tier: lenientField(z.string()),
  inference_geo: lenientField(z.string()),
});

const message = z.object({
  model: lenientField(z.string()),
  content: z._default(lenientContent, ""),
  stop_reason: lenientField(z.string()),
  usage: lenientField(usage),
});

/** Reads an answer of the Messages API. */
export function read(body: unknown): ReadAnswer {
  const { content: text, stop_reason, usage, model } = message.parse(body);
  const { cache_read_input_tokens: cached, cache_creation_input_tokens: written } = usage ?? {};
  return {
    text,
    finish: stop_reason ?? "",
    tokens: readTokenCounts({
      // "Total input tokens in a request is the summation of input_tokens, cache_creation_input_tokens, and
      // cache_read_input_tokens": the SDK's Usage.
      input: usage?.input_tokens == null ? undefined : sumCounts(usage?.input_tokens, written, cached),
      output: usage?.output_tokens,
      cached,
      written,
      reasoning: usage?.output_tokens_details?.thinking_tokens,
    }),
    served: { model, ...tierOf(usage) },
  };
}

function tierOf({ service_tier: tier, inference_geo: geo }: Partial<z.infer<typeof usage>> = {}): UncheckedServed {
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
