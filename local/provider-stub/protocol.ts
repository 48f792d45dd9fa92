import * as z from "zod";

/** One call as the stub understood it. */
export type Question = {
  model: string;
  system: string;
  messages: { role: "user" | "assistant"; text: string }[];
  stream: boolean;
};

export type StreamEvent = { event?: string; data: object | string };

export type Usage = { input: number; output: number; cached: number; reasoning: number };

export type Failure = {
  status: number;
  message: string;
  /** The provider's own error code. Undefined: the status says enough. */
  code: string | undefined;
};

/** The part of a provider's wire protocol that the stub needs. */
export type Protocol = {
  /** Undefined when the path does not ask for an answer. `stream`: the call asks for a stream. */
  question(path: string, body: unknown): Question | undefined;
  /** The answer to `GET` of the list of models. Undefined for another path. */
  models(path: string): object | undefined;
  /** The answer to the free calls that check a key. Undefined for another path. */
  check(path: string, body: unknown): { model: string; answer: object } | undefined;
  /** The form of the provider's model names. The key cannot use a model with another name. */
  modelNames: RegExp;
  /** How the provider reports an account without credit, and a wrong key. */
  noCredit: Failure;
  badKey: Failure;
  answer(question: Question, text: string, usage: Usage): object;
  /**
   * The same answer as events of a stream, with the text in the given pieces. `event` is set if the provider names its
   * events.
   */
  events(question: Question, pieces: string[], usage: Usage): StreamEvent[];
  failure(failure: Failure): object;
};

/** All providers accept a text, or a list of parts that may be text. */
export const content = z
  .union([z.string(), z.array(z.object({ text: z.string().default("") }))])
  .transform((value) => (typeof value === "string" ? value : value.map(({ text }) => text).join("")));
