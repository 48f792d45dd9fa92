import * as z from "zod/mini";
import type { JoinedStream, Streaming } from "../api.ts";
import { lenientField } from "../lenient.ts";
import { findStreamError } from "../stream-errors.ts";

const usage = lenientField(z.record(z.string(), z.unknown()));

const event = z.object({
  type: z.string(),
  message: lenientField(z.object({ model: lenientField(z.string()), usage })),
  content_block: lenientField(z.object({ type: lenientField(z.string()), text: lenientField(z.string()) })),
  delta: lenientField(
    z.object({ type: lenientField(z.string()), text: lenientField(z.string()), stop_reason: lenientField(z.string()) }),
  ),
  usage,
});

/**
 * Joins a stream of the Messages API. The input tokens are in its first event, the output tokens in its last.
 * https://platform.claude.com/docs/en/build-with-claude/streaming
 */
function join(events: Iterable<unknown>): JoinedStream {
  const texts: string[] = [];
  let [model, stop_reason, error]: unknown[] = [];
  let counted: Record<string, unknown> | undefined;
  let ended = false;
  for (const each of events) {
    error ??= findStreamError(each);
    const read = event.safeParse(each);
    if (!read.success) continue;
    const { type, message, content_block: block, delta, usage: more } = read.data;
    if (block?.type === "text") texts.push(block.text ?? "");
    if (delta?.type === "text_delta") texts.push(delta.text ?? "");
    model = message?.model ?? model;
    stop_reason = delta?.stop_reason ?? stop_reason;
    // The output count of the first event is not final.
    if (message?.usage) counted = { ...message.usage, output_tokens: undefined };
    if (more) counted = grown(counted, more);
    if (type === "message_stop") ended = true;
  }
  return {
    body: { model, content: [{ type: "text", text: texts.join("") }], stop_reason, usage: counted },
    ended: error === undefined && (ended || stop_reason !== undefined),
    error,
  };
}

/** "The token counts shown in the usage field of the message_delta event are cumulative"; some may be missing. */
function grown(before: Record<string, unknown> = {}, now: Record<string, unknown>): Record<string, unknown> {
  const known = Object.entries(now).filter(([name, value]) => {
    const last = before[name];
    return value !== null && !(typeof last === "number" && typeof value === "number" && last > value);
  });
  return { ...before, ...Object.fromEntries(known) };
}

export const stream: Streaming = { join, begins: /"text_delta"/ };
