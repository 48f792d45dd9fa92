import type { ErrorCode } from "../errors.ts";
import type { Secret } from "../secret.ts";
import type { Checked } from "./checked.ts";
import type { Said, Served } from "./served.ts";
import type { Patience } from "./silence.ts";
import type { Reported } from "./tokens.ts";
import type { Wire } from "./wire.ts";

/** One turn of a conversation as every provider understands it. */
export type Turn = { role: "user" | "assistant"; text: string };

export type ProviderCall = {
  key: Secret;
  /** The provider's own name of the model, as the owner typed it. */
  model: string;
  system: string;
  /** At least one; the last is the user's. */
  turns: Turn[];
  /** 0 to 2; left out or cut where the model takes less. */
  temperature: number;
  /** Tokens of visible answer; reasoning headroom is added to it where the model reasons. */
  maxTokens: number;
  /** Ends the call: what came by then is the answer, and an end before any text is reported as `timeout`. */
  signal: AbortSignal;
  /** How long the provider may be silent; by default what is usual for the model. */
  patience?: Patience;
};

export type ProviderAnswer = {
  text: string;
  tokens: Reported;
  /** The text is real but cut: `length` by the token limit, `broken` because the time or the connection ended amid it. */
  stop: "end" | "length" | "broken";
  served: Served;
};

/** What a word for the end of an answer means. */
export type Finish = "end" | "length" | "refused" | "unusable";

/** A provider's 200 in our own form; `finish` in the provider's word. */
export type ReadAnswer = { text: string; finish: string; tokens: Reported; served: Said };

/** A stream put together, as far as it came. */
export type Folded = {
  /** In the form of an answer in one piece. */
  body: unknown;
  /** False where the provider had more to say. */
  ended: boolean;
  /** An error that the provider sent amid the stream, after a 200. */
  error?: unknown;
};

/** How a provider's streamed answers are read. */
export type Streaming = {
  fold: (events: Iterable<unknown>) => Folded;
  /** Stands in the stream from the answer's first word on, and not while the model thinks. */
  begins: RegExp;
};

/** One error that a provider publishes, or that was seen of it. The first row that matches counts. */
export type Refusal = {
  means: ErrorCode;
  /** With this HTTP status. It says what the tests send, and is matched only in a row that has neither codes nor text. */
  status: number;
  /** Any of these stands in a field of the error: its type, code, status or reason. */
  codes?: readonly string[];
  /** The error's message matches. Where a row has codes and text, both must. */
  text?: RegExp;
  /** The message as the provider gives it, which `text` must match; the tests send it. */
  message?: string;
};

/** What one family of models takes. What is not said here is what the newest models do. */
export type Family = {
  /** Matched against the name in lower case, without `models/`. */
  models: RegExp;
  /** The highest temperature taken; left out where the model takes none, or only its default. */
  maxTemperature?: number;
  /** The most tokens of one answer; said where the model reasons, and its reasoning counts against the limit. */
  reasonsWithin?: number;
  /** OpenAI's protocol: the token limit is called `max_tokens`, not `max_completion_tokens`. */
  oldLimitName?: true;
};

/** When models stop to answer under their name, as their provider has published it. */
export type Ending = {
  /** Matched against the name in lower case, without `models/`. */
  models: RegExp;
  /** The first day on which they are not to be used any more: `2026-10-23`. */
  endsOn: string;
  /** What the provider recommends in their place; left out where no page that we could read names one. */
  successor?: string;
};

/** What is known of a provider's models. */
export type ModelRules = {
  /** The range of an owner's setting begins at 0 and ends here. */
  maxTemperature: number;
  /** The first row that matches counts; a last one with `/^/` is for all models that are newer than the table. */
  families: readonly Family[];
  /** The most tokens of one answer, as the provider's pages give it. A model that is not here has no known limit. */
  maxOutput: readonly (readonly [models: RegExp, tokens: number])[];
  /** Models that answer no chat by the API that we speak. */
  noChat: RegExp;
  /** What the price list has beside models that a key can be used with now: retired ones, other spellings. */
  notOffered: RegExp;
  /** What the provider may charge at most, as a multiple of its list price: for where or how it answers. */
  dearestFactor?: number;
  /** The first row that matches counts. A model without a row has no published end, or none that we could read. */
  endings?: readonly Ending[];
};

/** What a provider says beside whether a key is good. What is left out, it has not said. */
export type Learnt = {
  /** The day on which the model that was asked about ends: `2027-01-14`; null where it has none. */
  endsOn?: string | null;
  /** The models that the key may use, the newest first where the provider says which is. */
  models?: string[];
};

/** One call that costs nothing, and what its outcome says of a key. */
export type Question = {
  /** Path and query at the provider's origin. */
  path: string;
  init: RequestInit;
  /** What a 200 says. @throws where it is not the answer to this question */
  read: (body: unknown) => Checked;
  /** False for a refusal that says nothing of the key; left out: every refusal counts. */
  counts?: (means: Checked, body: string) => boolean;
  /** What else a 200 says. @throws where it says nothing that can be read, which is nothing against the key */
  learns?: (body: unknown) => Learnt;
};

/** How one provider is spoken to. Its SDK is imported inside `send`: nobody else loads it. */
export type ProviderApi = {
  /** Sends one call by the provider's SDK: no retry, no tools. The answer is read from the wire. */
  send: (call: ProviderCall, wire: Wire) => Promise<unknown>;
  /** Left out where `send` asks for no stream. */
  stream?: Streaming;
  /** @throws where the body is not of the form that the provider documents */
  read: (body: unknown) => ReadAnswer;
  /** A word that is not here is taken for `end`: it is a new one, and an answer that is paid for is not thrown away. */
  finishes: ReadonlyMap<string, Finish>;
  refusals: readonly Refusal[];
  models: ModelRules;
  /** What is asked about a key, the main question first. */
  check: (model: string) => Question[];
  /** What is asked beside, for what is learnt alone: which models there are for the key, and until when. */
  lists: (model: string) => Question[];
};
