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
  /** The provider's own word for what is wrong; undefined leaves it to the status. */
  code: string | undefined;
};

/** One provider's wire protocol, as far as an answer in one piece needs it. */
export type Protocol = {
  /** Undefined when the path is not that of a question. `stream`: it asks for a stream. */
  question(path: string, body: unknown): Question | undefined;
  /** What `GET` of the list of models gives; undefined when the path is another. */
  models(path: string): object | undefined;
  /** What the free calls give that a key is checked by; undefined when the path is of none of them. */
  check(path: string, body: unknown): { model: string; answer: object } | undefined;
  /** How the provider's models are named; another name is one that the key cannot use. */
  modelNames: RegExp;
  /** How the provider says that an account has no credit, and that a key is wrong. */
  noCredit: Failure;
  badKey: Failure;
  answer(question: Question, text: string, usage: Usage): object;
  /** The same as the events of a stream, the text in the given pieces; `event` names it where the provider does. */
  events(question: Question, pieces: string[], usage: Usage): StreamEvent[];
  failure(failure: Failure): object;
};

/** All providers take a text, or a list of parts of which some are text. */
export const content = z
  .union([z.string(), z.array(z.object({ text: z.string().default("") }))])
  .transform((value) => (typeof value === "string" ? value : value.map(({ text }) => text).join("")));
