import { LLMock } from "@copilotkit/aimock";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import * as z from "zod";
import { stubOf } from "../../../local/provider-stub/stubs.ts";
import { providerOf } from "../../../shared/providers/registry.ts";
import { ask, failure, keyFor, modelFor, PROVIDERS } from "../../support/providers/calls.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";

/** The contract of every adapter, tested with a mock of the providers that others maintain. */
const mock = new LLMock({ port: 0 });
const net = redirectProviders(() => mock.url);

beforeAll(() => mock.start());
afterAll(async () => {
  net.restore();
  await mock.stop();
});
beforeEach(() => {
  mock.reset();
  net.sent.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe.each(PROVIDERS)("the adapter for %s", (provider) => {
  const { origin, key } = providerOf(provider);

  /** The provider's path for a question, as its stub expects it, and the model of the question. */
  function expectOwnAddress({ url, body } = net.sent[0] ?? { url: "", body: "null" }): void {
    expect(new URL(url).origin).toBe(origin);
    const question = stubOf(provider).question(new URL(url).pathname, JSON.parse(body));
    expect(question?.model).toBe(modelFor(provider));
  }

  it("answers with the model's text, and says that it is complete", async () => {
    mock.onMessage(/hello/, { content: "Good morning." });
    expect(await ask(provider)).toMatchObject({ text: "Good morning.", stop: "end" });
  });

  it("says when the text was cut off at the token limit", async () => {
    mock.onMessage(/hello/, { content: "Good mor", finishReason: "length" });
    expect(await ask(provider)).toMatchObject({ text: "Good mor", stop: "length" });
  });

  it("sends the instructions as the system prompt and the turns in order, each with its role", async () => {
    mock.onMessage(/hello/, { content: "Good morning." });
    await ask(provider, {
      turns: [
        { role: "user", text: "first" },
        { role: "assistant", text: "second" },
        { role: "user", text: "hello" },
      ],
    });
    const body = z.object({ messages: z.array(z.object({ role: z.string(), content: z.string() })) });
    expect(body.parse(mock.getLastRequest()?.body).messages).toEqual([
      { role: "system", content: "You answer mail." },
      { role: "user", content: "first" },
      { role: "assistant", content: "second" },
      { role: "user", content: "hello" },
    ]);
  });

  it("sends one request, to its provider's own address, with the key in one header and nowhere else", async () => {
    mock.onMessage(/hello/, { content: "Good morning." });
    await ask(provider);
    expect(net.sent).toHaveLength(1);
    expectOwnAddress();
    const [{ url, headers, body } = { url: "", headers: {}, body: "" }] = net.sent;
    expect(`${url}${body}`).not.toContain(keyFor(provider));
    const holding = Object.entries(headers).filter(([, value]) => value.includes(keyFor(provider)));
    expect(holding).toEqual([[key.header, `${key.prefix}${keyFor(provider)}`]]);
    expect(Object.keys(headers).filter((name) => name.startsWith("x-stainless"))).toEqual([]);
  });

  it("asks for a stream, no tools and no storage", async () => {
    mock.onMessage(/hello/, { content: "Good morning." });
    await ask(provider);
    const body = z.record(z.string(), z.unknown()).parse(JSON.parse(net.sent[0]?.body ?? "{}"));
    for (const name of ["tools", "store", "functions"]) expect(body[name] ?? false).toBe(false);
    expect(stubOf(provider).question(new URL(net.sent[0]?.url ?? "").pathname, body)?.stream).toBe(true);
  });

  it("ignores the SDKs' environment variables, and logs nothing", async () => {
    const elsewhere = "http://203.0.113.1";
    for (const name of ["OPENAI_BASE_URL", "ANTHROPIC_BASE_URL", "GOOGLE_GEMINI_BASE_URL"]) vi.stubEnv(name, elsewhere);
    for (const name of ["OPENAI_LOG", "ANTHROPIC_LOG"]) vi.stubEnv(name, "debug");
    for (const name of ["OPENAI_API_KEY", "OPENAI_ADMIN_KEY", "ANTHROPIC_API_KEY", "ANTHROPIC_AUTH_TOKEN"])
      vi.stubEnv(name, "sk-of-someone-else");
    for (const name of ["OPENAI_ORG_ID", "OPENAI_PROJECT_ID"]) vi.stubEnv(name, "of-someone-else");
    for (const name of ["OPENAI_CUSTOM_HEADERS", "ANTHROPIC_CUSTOM_HEADERS"])
      vi.stubEnv(name, "Authorization: Bearer sk-of-someone-else\nx-extra: of-someone-else\nanthropic-version: 1999");
    const printed = (["log", "info", "warn", "error", "debug"] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    );
    mock.onMessage(/hello/, { content: "Good morning." });
    await ask(provider);
    expectOwnAddress();
    expect(JSON.stringify(net.sent)).not.toContain("of-someone-else");
    expect(JSON.stringify(net.sent)).not.toContain("1999");
    for (const print of printed) expect(print).not.toHaveBeenCalled();
  });

  it.each([
    [400, "bad_call"],
    [401, "key_rejected"],
    [403, "lacks_rights"],
    [404, "model_unavailable"],
    [429, "rate_limited"],
    [500, "provider_down"],
    [503, "provider_down"],
    [529, "provider_down"],
  ])("maps a %i to %s, after one request", async (status, code) => {
    mock.onMessage(/hello/, { error: { message: "no", type: "an_error" }, status, retryAfter: 7 });
    const error = await failure(provider);
    expect(error.code).toBe(code);
    expect(error.retryAfter).toBe(status === 429 ? 7 : undefined);
    expect(net.sent).toHaveLength(1);
  });

  it.each([
    ["a dropped request", { dropRate: 1 }, "provider_down"],
    ["malformed JSON", { malformedRate: 1 }, "bad_answer"],
    ["a cut connection", { disconnectRate: 1 }, "connection_lost"],
  ])("recognizes %s", async (_name, chaos, code) => {
    mock.onMessage(/hello/, { content: "Good morning." }, { chaos });
    expect((await failure(provider)).code).toBe(code);
    expect(net.sent).toHaveLength(1);
  });

  it("treats an answer without text as bad", async () => {
    mock.onMessage(/hello/, { content: " \n" });
    expect((await failure(provider)).code).toBe("bad_answer");
  });

  it("treats an answer as bad if reasoning used up the token limit", async () => {
    mock.onMessage(/hello/, { content: "", finishReason: "length" });
    expect((await failure(provider)).code).toBe("bad_answer");
  });
});

describe("concurrent calls", () => {
  it("each go to their own provider with their own key", async () => {
    mock.onMessage(/hello/, { content: "Good morning." });
    const before = globalThis.fetch;
    const all = PROVIDERS.flatMap((each) => [
      ask(each, { system: `for ${each}` }),
      ask(each, { system: `for ${each}` }),
    ]);
    await Promise.all(all);
    expect(net.sent).toHaveLength(2 * PROVIDERS.length);
    for (const each of PROVIDERS) {
      const own = net.sent.filter(({ body }) => body.includes(`for ${each}`));
      expect(own.map(({ headers }) => JSON.stringify(headers).includes(keyFor(each)))).toEqual([true, true]);
      expect(own.map(({ url }) => new URL(url).origin)).toEqual(Array(2).fill(providerOf(each).origin));
    }
    expect(globalThis.fetch).toBe(before);
  });
});
