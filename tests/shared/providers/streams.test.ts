import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventText } from "../../../local/provider-stub/stream.ts";
import { stubOf } from "../../../local/provider-stub/stubs.ts";
import { loadProvider } from "../../../shared/providers/load.ts";
import { choosePatience } from "../../../shared/providers/patience.ts";
import { ask, failure, PROVIDERS, type Provider } from "../../support/providers/calls.ts";
import { type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

let server: FaultServer;
const net = redirectProviders(() => server.url);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});

const PIECES = ["We ", "open ", "at ", "ten. ", "Grüße ☕"];
const TEXT = PIECES.join("");
const USAGE = { input: 1200, output: 300, cached: 1024, reasoning: 256 };
const QUESTION = { model: "a-model", system: "", messages: [], stream: true };

/** The events of an answer, each as its text on the wire. */
const eventsOf = (provider: Provider) => stubOf(provider).events(QUESTION, PIECES, USAGE).map(eventText);
/** The stream up to the third piece of text. */
const half = (provider: Provider) => {
  const events = eventsOf(provider);
  return events.slice(0, events.findIndex((event) => event.includes("at ")) + 1).join("");
};
const beginning = (provider: Provider) =>
  eventsOf(provider)
    .slice(0, provider === "gemini" ? 0 : 1)
    .join("");

const ERRORS: Partial<Record<Provider, (status: number) => string>> = {
  gemini: (code) =>
    eventText({
      data: { error: { code, message: "No.", status: code === 429 ? "RESOURCE_EXHAUSTED" : "UNAVAILABLE" } },
    }),
  anthropic: (status) => {
    const type = status === 429 ? "rate_limit_error" : "overloaded_error";
    return eventText({ event: "error", data: { type: "error", error: { type, message: "No." } } });
  },
};
const openaiError = (status: number) => {
  const code = status === 429 ? "rate_limit_exceeded" : "server_error";
  return eventText({ data: { error: { message: "No.", type: code, code, param: null } } });
};
const errorOf = (provider: Provider, status: number) => (ERRORS[provider] ?? openaiError)(status);

describe.each(PROVIDERS)("a stream of %s", (provider) => {
  it("is read as one answer with its tokens", async () => {
    server.say({ stream: eventsOf(provider).join(""), ends: "whole" });
    const { text, stop, tokens } = await ask(provider);
    expect({ text, stop }).toEqual({ text: TEXT, stop: "end" });
    expect(tokens).toEqual(USAGE);
    expect(server.calls).toBe(1);
  });

  it.each([
    ["carriage returns", (text: string) => text.replaceAll("\n", "\r\n")],
    ["carriage returns alone", (text: string) => text.replaceAll("\n", "\r")],
    ["no space before the data", (text: string) => text.replaceAll("data: ", "data:")],
    ["comments that keep it open", (text: string) => `: ping\n\n${text.replaceAll("\n\n", "\n\n: waiting\n\n")}`],
    ["an event that is no JSON", (text: string) => `data: {"half\n\n${text}`],
    ["an event of a new kind", (text: string) => `event: news\ndata: {"type": "news", "delta": null}\n\n${text}`],
    ["an event that is no object", (text: string) => `data: 7\n\ndata: null\n\n${text}`],
    ["no empty line at its end", (text: string) => text.trimEnd()],
  ])("may have %s", async (_, changed) => {
    server.say({ stream: changed(eventsOf(provider).join("")), ends: "whole" });
    expect(await ask(provider)).toMatchObject({ text: TEXT, stop: "end", tokens: USAGE });
  });

  it.each(["whole", "break"] as const)(
    "that ends during the text (%s) is kept up to there and marked",
    async (ends) => {
      server.say({ stream: half(provider), ends });
      const { text, stop, tokens } = await ask(provider);
      expect({ text, stop }).toEqual({ text: "We open at ", stop: "broken" });
      expect(tokens.doubt).toBeDefined();
      expect(tokens.output).toBeNull();
      expect(server.calls).toBe(1);
    },
  );

  it("that is cut off inside an event is kept up to the event before", async () => {
    server.say({ stream: `${half(provider)}${eventsOf(provider).at(-1)?.slice(0, 12)}`, ends: "break" });
    expect(await ask(provider)).toMatchObject({ text: "We open at ", stop: "broken" });
  });

  it("that stops during the text is kept when the call's time ends", async () => {
    server.say({ stream: half(provider), ends: "not" });
    const answer = await ask(provider, { signal: AbortSignal.timeout(300) });
    expect(answer).toMatchObject({ text: "We open at ", stop: "broken" });
  });

  it("that stops during the text is kept after some silence", async () => {
    server.say({ stream: half(provider), ends: "not" });
    const patience = { beforeText: undefined, afterwards: 50 };
    const signal = new AbortController().signal;
    expect(await ask(provider, { patience, signal })).toMatchObject({ text: "We open at ", stop: "broken" });
  });

  it("that never begins is given up after the patience for the first text, or when the time ends", async () => {
    server.say({ stream: beginning(provider), ends: "not" });
    const patience = { beforeText: 50, afterwards: 10_000 };
    const signal = new AbortController().signal;
    expect((await failure(provider, { patience, signal })).code).toBe("timeout");
    const forever = { beforeText: undefined, afterwards: 1 };
    expect((await failure(provider, { patience: forever, signal: AbortSignal.timeout(300) })).code).toBe("timeout");
  });

  it("that breaks before its text has no answer", async () => {
    server.say({ stream: beginning(provider), ends: "break" });
    expect((await failure(provider)).code).toBe("connection_lost");
  });

  it("that is empty is a bad answer", async () => {
    server.say({ stream: ": ping\n\n", ends: "whole" });
    expect((await failure(provider)).code).toBe("bad_answer");
  });

  it("with an error instead of text means the same as that error before the answer", async () => {
    server.say({ stream: errorOf(provider, 429), ends: "whole" });
    expect((await failure(provider)).code).toBe("rate_limited");
    server.say({ stream: errorOf(provider, 503), ends: "whole" });
    expect((await failure(provider)).code).toBe("provider_down");
  });

  it("that ends with an error during the text is kept up to there", async () => {
    server.say({ stream: `${half(provider)}${errorOf(provider, 503)}`, ends: "whole" });
    expect(await ask(provider)).toMatchObject({ text: "We open at ", stop: "broken" });
  });

  it("may arrive as one JSON answer from a gateway without streams, and so may an error", async () => {
    server.say({ status: 200, body: stubOf(provider).answer(QUESTION, TEXT, USAGE) });
    expect(await ask(provider)).toMatchObject({ text: TEXT, stop: "end", tokens: USAGE });
    server.say({ status: 200, body: { error: { code: 429, message: "No.", type: "rate_limit_error" } } });
    expect((await failure(provider)).code).toBe("rate_limited");
  });
});

describe("the patience for a model", () => {
  const patience = async (provider: Provider, model: string) => {
    const { models } = await loadProvider(provider);
    return choosePatience(models, model).beforeText;
  };

  it("has no limit if it reasons, because it reasons in silence", async () => {
    expect(await patience("openai", "gpt-5")).toBeUndefined();
    expect(await patience("openai", "o3")).toBeUndefined();
    expect(await patience("gemini", "models/gemini-2.5-pro")).toBeUndefined();
    expect(await patience("anthropic", "claude-opus-5")).toBeUndefined();
  });

  it("ends if a model that does not reason is silent", async () => {
    expect(await patience("openai", "gpt-4")).toBeGreaterThan(0);
    expect(await patience("gemini", "gemini-2.0-flash")).toBeGreaterThan(0);
    expect(await patience("anthropic", "claude-3-5-haiku-latest")).toBeGreaterThan(0);
  });
});

describe("the tokens of a stream that breaks off", () => {
  it("include Anthropic's input, and its own error may then be charged", async () => {
    server.say({ stream: half("anthropic"), ends: "break" });
    expect((await ask("anthropic")).tokens).toMatchObject({ input: 1200, output: null, cached: 1024 });
    server.say({ stream: `${beginning("anthropic")}${errorOf("anthropic", 503)}`, ends: "whole" });
    expect((await failure("anthropic")).code).toBe("connection_lost");
  });

  it("include Gemini's input, and its output if it was counted", async () => {
    server.say({
      stream: half("gemini").replaceAll('"thoughtsTokenCount"', '"candidatesTokenCount":12,"thoughtsTokenCount"'),
      ends: "break",
    });
    expect((await ask("gemini")).tokens).toMatchObject({ input: 1200, output: 268, doubt: "partial" });
  });
});

it("Gemini's thoughts in a stream are not text, although its SDK returns them as text", async () => {
  const chunk = (parts: object[], more: object = {}) =>
    eventText({ data: { candidates: [{ content: { parts }, index: 0, ...more }] } });
  const stream = `${chunk([{ text: "I think.", thought: true }])}${chunk([{ text: "Hello." }], { finishReason: "STOP" })}`;
  server.say({ stream, ends: "whole" });
  expect((await ask("gemini")).text).toBe("Hello.");
});

it("Gemini's list of chunks is read as a stream", async () => {
  const chunks = stubOf("gemini")
    .events(QUESTION, PIECES, USAGE)
    .map(({ data }) => data);
  server.say({ status: 200, body: chunks });
  expect(await ask("gemini")).toMatchObject({ text: TEXT, stop: "end", tokens: USAGE });
});
