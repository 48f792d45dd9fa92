import * as z from "zod";
import type { Question, Usage } from "./protocol.ts";

const count = z.number().int().gte(0);

/** The stub's next answer. With `times` it is given that many times, otherwise until it is replaced. */
export const scriptedAnswer = z.strictObject({
  /**
   * The answer, or the provider's message if the status is an error. A single word in snake or upper case is its error
   * code.
   */
  text: z.string().optional(),
  status: z.number().int().gte(200).lte(599).optional(),
  headers: z.record(z.string().regex(/^[A-Za-z0-9-]+$/), z.string()).optional(),
  delay_ms: count.lte(600_000).optional(),
  /** Accepts the call and never answers. */
  hang: z.boolean().optional(),
  usage: z
    .strictObject({ input: count, output: count, cached: count.default(0), reasoning: count.default(0) })
    .optional(),
  /** How a streamed answer ends after half of its text: the connection breaks, or nothing more comes. */
  breaks_off: z.enum(["connection", "silence"]).optional(),
  times: count.gte(1).optional(),
});
export type ScriptedAnswer = z.infer<typeof scriptedAnswer>;

/** Holds the next answers. */
export class Script {
  #answer: ScriptedAnswer = {};
  #left = Number.POSITIVE_INFINITY;

  set(answer: ScriptedAnswer): void {
    this.#answer = answer;
    this.#left = answer.times ?? Number.POSITIVE_INFINITY;
  }

  next(): ScriptedAnswer {
    if (this.#left <= 0) return {};
    this.#left -= 1;
    return this.#answer;
  }
}

/** The stub's default answer. It is short and repeats the question, so that a reader sees which mail it belongs to. */
export function ownText({ model, messages }: Pick<Question, "model" | "messages">): string {
  const words = (messages.at(-1)?.text ?? "").split(/\s+/).filter(Boolean);
  const quoted = words.slice(0, 8).join(" ") + (words.length > 8 ? " ..." : "");
  return `This is ${model}, played by the stub on your machine. You wrote: "${quoted}"`;
}

/** About four characters a token, as in English text. */
export function plausibleUsage({ system, messages }: Pick<Question, "system" | "messages">, text: string): Usage {
  const asked = system.length + messages.reduce((sum, message) => sum + message.text.length, 0);
  return { input: Math.ceil(asked / 4) + 8, output: Math.ceil(text.length / 4) + 1, cached: 0, reasoning: 0 };
}
