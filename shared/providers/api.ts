import type { ErrorCode } from "../errors.ts";
import type { Secret } from "../secret.ts";
import type { CheckResult } from "./checked.ts";
import type { Served, UncheckedServed } from "./served.ts";
import type { Patience } from "./silence.ts";
import type { ReportedTokens } from "./tokens.ts";
import type { Wire } from "./wire.ts";

/** One turn of a conversation as every provider understands it. */
export type Turn = { role: "user" | "assistant"; text: string };

export type ProviderCall = {
  key: Secret;
  /** The provider's name of the model, as the owner typed it. */
  model: string;
  system: string;
  /** At least one; the last is the user's. */
  turns: Turn[];
  /** 0 to 2; omitted or capped for models with a smaller range. */
  temperature: number;
  /** Tokens of visible answer; for models that reason, headroom is added. */
  maxTokens: number;
  /** Ends the call. Text that has arrived is the answer; without text the call fails with `timeout`. */
  signal: AbortSignal;
  /** How long the provider may be silent; by default the usual time for the model. */
  patience?: Patience;
};

export type ProviderAnswer = {
  text: string;
  tokens: ReportedTokens;
  /**
   * `length`: the model hit its token limit, so the answer is cut off. `broken`: the time ran out or the connection
   * broke during the answer.
   */
  stop: "end" | "length" | "broken";
  served: Served;
};

/** What a provider's finish reason means. */
export type Finish = "end" | "length" | "refused" | "unusable";

/** A provider's 200 in our own form; `finish` is the provider's finish reason. */
export type ReadAnswer = { text: string; finish: string; tokens: ReportedTokens; served: UncheckedServed };

/** A stream joined into one answer, as far as it arrived. */
export type JoinedStream = {
  /** Has the form of an answer that was not streamed. */
  body: unknown;
  /** False if the provider had not finished. */
  ended: boolean;
  /** An error that the provider sent inside the stream, after a 200. */
  error?: unknown;
};

/** How to read a provider's streamed answers. */
export type Streaming = {
  join: (events: Iterable<unknown>) => JoinedStream;
  /** Matches the stream once the answer's text has begun, but not while the model is still thinking. */
  begins: RegExp;
};

/** One error that a provider documents or was seen to send. The first row that matches counts. */
export type Refusal = {
  means: ErrorCode;
  /** The HTTP status that tests send. It is matched only in a row without codes and text. */
  status: number;
  /** One of these is in a field of the error: its type, code, status or reason. */
  codes?: readonly string[];
  /** Matches the error's message. A row with codes and text needs both. */
  text?: RegExp;
  /** The provider's own message, which `text` must match; the tests send it. */
  message?: string;
};

/** The parameters that one family of models accepts. The defaults are those of the newest models. */
type Family = {
  /** Matched against the name in lower case, without `models/`. */
  models: RegExp;
  /** The highest temperature that the model accepts; omitted if it accepts none or only its default. */
  maxTemperature?: number;
  /** The most tokens of one answer, for models whose reasoning counts against the limit. */
  reasonsWithin?: number;
  /** In OpenAI's protocol, the token limit is called `max_tokens` instead of `max_completion_tokens`. */
  oldLimitName?: true;
};

/** When the provider will shut models down, as it has published. */
export type Ending = {
  /** Matched against the name in lower case, without `models/`. */
  models: RegExp;
  /** The first day on which the models do not answer: `2026-10-23`. */
  endsOn: string;
  /** The replacement that the provider recommends; omitted if no page that we could read names one. */
  successor?: string;
};

/** What we know about a provider's models. */
export type ModelRules = {
  /** The owner's setting ranges from 0 to this value. */
  maxTemperature: number;
  /** The first row that matches counts. A last row with `/^/` covers all models that are newer than the table. */
  families: readonly Family[];
  /** The most tokens of one answer, from the provider's pages. Models without a row have no known limit. */
  maxOutput: readonly (readonly [models: RegExp, tokens: number])[];
  /** Models that do not answer chats through the API that we use. */
  noChat: RegExp;
  /** Names in the price list that a key cannot use now: retired models and other spellings. */
  notOffered: RegExp;
  /** The highest multiple of the list price that the provider may charge, depending on where or how it answers. */
  dearestFactor?: number;
  /** The first row that matches counts. Models without a row have no published end, or none that we could read. */
  endings?: readonly Ending[];
};

/** What a check learns besides whether the key is good. Omitted fields are unknown. */
export type LearntFacts = {
  /** The day on which the requested model ends: `2027-01-14`; null if no end is planned. */
  endsOn?: string | null;
  /** The models that the key may use, newest first if the provider gives their age. */
  models?: string[];
};

/** One free call, and what its result says about a key. */
export type Question = {
  /** Path and query, relative to the provider's origin. */
  path: string;
  init: RequestInit;
  /** Reads a 200. @throws if it does not answer this question */
  read: (body: unknown) => CheckResult;
  /** False for a refusal that says nothing about the key. Without this function every refusal counts. */
  counts?: (means: CheckResult, body: string) => boolean;
  /** Reads further facts from a 200. @throws if there are none to read, which does not count against the key */
  learns?: (body: unknown) => LearntFacts;
};

/** How to call one provider. Its SDK is imported inside `send`, so nothing else loads it. */
export type ProviderApi = {
  /** Sends one call through the provider's SDK: no retry, no tools. The answer is read from the wire. */
  send: (call: ProviderCall, wire: Wire) => Promise<unknown>;
  /** Omitted if `send` does not stream. */
  stream?: Streaming;
  /**
   *
   * @throws if the body does not have the documented form
   */
  read: (body: unknown) => ReadAnswer;
  /** An unknown finish reason counts as `end`: it is a new one, and an answer that was paid for is not discarded. */
  finishes: ReadonlyMap<string, Finish>;
  refusals: readonly Refusal[];
  models: ModelRules;
  /** The questions that check a key, the main one first. */
  check: (model: string) => Question[];
  /** Further questions that only collect facts: which models the key may use, and until when. */
  lists: (model: string) => Question[];
};
