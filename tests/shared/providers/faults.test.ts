import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { ErrorCode } from "../../../shared/errors.ts";
import { handlingOf } from "../../../shared/providers/handling.ts";
import { ask, failure, PROVIDERS, type Provider } from "../../support/providers/calls.ts";
import {
  anthropic,
  anthropicText,
  gemini,
  geminiText,
  openAIText,
  openai,
} from "../../support/providers/fault-bodies.ts";
import { type Fault, type FaultServer, startFaultServer } from "../../support/providers/fault-server.ts";
import { redirectProviders } from "../../support/providers/redirect.ts";
import { ANSWERS, answerOf } from "../../support/providers/wire-answers.ts";

let server: FaultServer;
let target = "";
const net = redirectProviders(() => target);
beforeAll(async () => {
  server = await startFaultServer();
});
afterAll(async () => {
  net.restore();
  await server.stop();
});
afterEach(() => vi.restoreAllMocks());
beforeEach(() => {
  target = server.url;
});

const PAGE = { status: 403, headers: { "content-type": "text/html" }, body: "<html>Access denied</html>" };

/**
 * The expected code for each provider and fault. The bodies are the providers' own words, from their references and
 * from bug reports.
 */
const TABLE: Partial<Record<Provider, [fault: string, says: Fault, code: ErrorCode][]>> = {
  openai: [
    ["a setting it does not take", openai(400, "invalid_request_error", "unsupported_value"), "bad_call"],
    ["a mail too long for the model", openai(400, "invalid_request_error", "context_length_exceeded"), "too_long"],
    ["a prompt that it flags", openai(400, "invalid_request_error", "invalid_prompt"), "refused"],
    ["a wrong key", openai(401, "invalid_request_error", "invalid_api_key"), "key_rejected"],
    ["a key without the permission", openai(403, "invalid_request_error", null), "lacks_rights"],
    ["a project without the model", openai(403, "invalid_request_error", "model_not_found"), "model_unavailable"],
    ["an unknown model", openai(404, "invalid_request_error", "model_not_found"), "model_unavailable"],
    [
      "a model for verified organizations",
      openai(
        404,
        "invalid_request_error",
        "model_not_found",
        "Your organization must be verified to use the model `o3`.",
      ),
      "verification_needed",
    ],
    [
      "a model that may not be disabled by its words",
      openai(404, "invalid_request_error", "model_not_found", "The model `gpt-4-0314` has been disabled."),
      "model_unavailable",
    ],
    [
      "a spending limit, by its code under the older type",
      openai(429, "insufficient_quota", "project_spend_limit_exceeded"),
      "no_credit",
    ],
    [
      "a country that it does not serve",
      openai(403, "request_forbidden", "unsupported_country_region_territory"),
      "place_blocked",
    ],
    ["too many requests", openai(429, "requests", "rate_limit_exceeded"), "rate_limited"],
    [
      "one request above the rate",
      openai(429, "tokens", "rate_limit_exceeded", "Request too large for gpt-4"),
      "too_long",
    ],
    ["no credit", openai(429, "insufficient_quota", "insufficient_quota"), "no_credit"],
    ["an inactive account", openai(429, "billing_not_active", "billing_not_active"), "no_credit"],
    ["an error of its own", openai(500, "server_error", null), "provider_down"],
    ["too much load", openai(503, "server_error", null), "provider_down"],
    ["a refusal", openAIText({ content: null, refusal: "I cannot help with that." }, "stop"), "refused"],
    ["a filtered answer", openAIText({ content: "Some", refusal: null }, "content_filter"), "refused"],
    ["a call of a tool", openAIText({ content: null, refusal: null }, "tool_calls"), "bad_answer"],
  ],
  gemini: [
    ["a setting it does not take", gemini(400, "INVALID_ARGUMENT", "Unable to submit"), "bad_call"],
    [
      "a mail too long for the model",
      gemini(400, "INVALID_ARGUMENT", "The input token count (1048577) exceeds the maximum number of tokens allowed"),
      "too_long",
    ],
    [
      "a wrong key",
      gemini(400, "INVALID_ARGUMENT", "API key not valid.", { reason: "API_KEY_INVALID" }),
      "key_rejected",
    ],
    ["no key", gemini(401, "UNAUTHENTICATED", "Request had invalid credentials."), "key_rejected"],
    ["a leaked key", gemini(403, "PERMISSION_DENIED", "Your API key was reported as leaked."), "key_rejected"],
    [
      "an API that is not enabled",
      gemini(403, "PERMISSION_DENIED", "Generative Language API has not been used", { reason: "SERVICE_DISABLED" }),
      "service_disabled",
    ],
    [
      "a key for other APIs",
      gemini(403, "PERMISSION_DENIED", "Requests to this API are blocked.", { reason: "API_KEY_SERVICE_BLOCKED" }),
      "lacks_rights",
    ],
    [
      "a key for one site",
      gemini(403, "PERMISSION_DENIED", "Requests from referer <empty> are blocked."),
      "address_blocked",
    ],
    [
      "a country that it does not serve",
      gemini(400, "FAILED_PRECONDITION", "User location is not supported for the API use."),
      "place_blocked",
    ],
    [
      "a country without its free tier",
      gemini(
        400,
        "FAILED_PRECONDITION",
        "Gemini API free tier is not available in your country. Please enable billing",
      ),
      "no_credit",
    ],
    ["another precondition", gemini(400, "FAILED_PRECONDITION", "Precondition check failed."), "bad_call"],
    [
      "an error in a list",
      {
        status: 429,
        body: [
          { error: { code: 429, status: "RESOURCE_EXHAUSTED", message: "Your prepayment credits are depleted." } },
        ],
      },
      "no_credit",
    ],
    ["an unpaid project", gemini(403, "PERMISSION_DENIED", "No billing", { reason: "BILLING_DISABLED" }), "no_credit"],
    ["an unknown model", gemini(404, "NOT_FOUND", "models/x is not found for API version v1beta"), "model_unavailable"],
    [
      "too many requests",
      gemini(429, "RESOURCE_EXHAUSTED", "You exceeded your current quota, please check your plan and billing details."),
      "rate_limited",
    ],
    [
      "a model that the free tier has not",
      gemini(
        429,
        "RESOURCE_EXHAUSTED",
        "Quota exceeded for metric: free_tier_requests, limit: 0, model: gemini-2.5-pro",
      ),
      "model_unavailable",
    ],
    ["no credit", gemini(429, "RESOURCE_EXHAUSTED", "Your prepayment credits are depleted."), "no_credit"],
    ["an error of its own", gemini(500, "INTERNAL", "An internal error has occurred."), "provider_down"],
    ["too much load", gemini(503, "UNAVAILABLE", "The model is overloaded."), "provider_down"],
    ["a deadline of its own", gemini(504, "DEADLINE_EXCEEDED", "Deadline expired."), "timeout"],
    ["a blocked prompt", geminiText({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } }), "refused"],
    [
      "a blocked prompt without usage",
      { status: 200, body: { promptFeedback: { blockReason: "PROHIBITED_CONTENT" } } },
      "refused",
    ],
    ["a blocked answer", geminiText({ candidates: [{ finishReason: "SAFETY", index: 0 }] }), "refused"],
    [
      "an answer that was all thinking",
      geminiText({ candidates: [{ finishReason: "MAX_TOKENS", content: { role: "model" } }] }),
      "bad_answer",
    ],
  ],
  anthropic: [
    ["a setting it does not take", anthropic(400, "invalid_request_error", "temperature: deprecated"), "bad_call"],
    [
      "a mail too long for the model",
      anthropic(400, "invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"),
      "too_long",
    ],
    [
      "no credit",
      anthropic(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
      "no_credit",
    ],
    [
      "a limit of its owner's",
      anthropic(400, "invalid_request_error", "You have reached your specified API usage limits."),
      "no_credit",
    ],
    ["a wrong key", anthropic(401, "authentication_error", "invalid x-api-key"), "key_rejected"],
    ["a bill that is not paid", anthropic(402, "billing_error", "There is an issue with your billing."), "no_credit"],
    ["a key without the permission", anthropic(403, "permission_error", "Your API key may not"), "lacks_rights"],
    [
      "a limit of a workspace's owner",
      anthropic(400, "invalid_request_error", "You have reached your specified workspace API usage limits."),
      "no_credit",
    ],
    ["a country that it does not serve", anthropic(403, "forbidden", "Request not allowed"), "place_blocked"],
    [
      "a list of addresses of its owner's",
      anthropic(403, "permission_error", "Your IP address isn't in this organization's allowed range."),
      "address_blocked",
    ],
    [
      "an organization on hold",
      anthropic(400, "invalid_request_error", "This organization has been disabled.", "organization_on_hold"),
      "account_suspended",
    ],
    [
      "a filtered answer",
      anthropic(400, "invalid_request_error", "Output blocked by content filtering policy"),
      "refused",
    ],
    ["an unknown model", anthropic(404, "not_found_error", "model: claude-x"), "model_unavailable"],
    ["a body too large", anthropic(413, "request_too_large", "Request exceeds the maximum size"), "too_long"],
    ["too many requests", anthropic(429, "rate_limit_error", "This request would exceed"), "rate_limited"],
    [
      "an organization at its limit",
      anthropic(429, "rate_limit_error", "Spend limit", "enforced_spend_limit_reached"),
      "no_credit",
    ],
    ["an error of its own", anthropic(500, "api_error", "Internal server error"), "provider_down"],
    ["a deadline of its own", anthropic(504, "timeout_error", "Request timed out"), "timeout"],
    ["too much load", anthropic(529, "overloaded_error", "Overloaded"), "provider_down"],
    ["a refusal", anthropicText([{ type: "text", text: "I can" }], "refusal"), "refused"],
    ["a paused turn", anthropicText([{ type: "text", text: "Let me" }], "pause_turn"), "bad_answer"],
    ["an answer without text", anthropicText([{ type: "thinking", thinking: "x" }], "max_tokens"), "bad_answer"],
  ],
};

/** Faults that are the same for all three. */
const COMMON: [fault: string, says: Fault, code: ErrorCode][] = [
  ["a refusal in no form at all", { status: 400, body: "no" }, "bad_call"],
  ["a refusal in another form", { status: 429, body: { error: "slow down" } }, "rate_limited"],
  ["a page of a firewall in between", PAGE, "provider_down"],
  ["a gateway that gave up waiting", { status: 524, body: "" }, "timeout"],
  ["malformed JSON", { status: 200, body: '{"id": ' }, "bad_answer"],
  ["JSON of another form", { status: 200, body: { ok: true } }, "bad_answer"],
  ["null", { status: 200, body: "null" }, "bad_answer"],
  ["an empty body", { status: 200, body: "" }, "bad_answer"],
  ["a page", { status: 200, headers: { "content-type": "text/html" }, body: "<html></html>" }, "bad_answer"],
  ["a connection cut before the answer", "cut before the answer", "connection_lost"],
  ["a connection cut amid the answer", "cut amid the answer", "connection_lost"],
];

describe.each(PROVIDERS)("%s", (provider) => {
  it.each([...(TABLE[provider] ?? []), ...COMMON])("is recognized when it gives %s", async (_name, says, code) => {
    server.say(says);
    const error = await failure(provider);
    expect(error.code).toBe(code);
    expect(server.calls).toBe(1);
  });

  it("times out only by the call's signal", async () => {
    server.say("hang");
    expect((await failure(provider, { signal: AbortSignal.timeout(60) })).code).toBe("timeout");
    expect((await failure(provider, { signal: AbortSignal.abort() })).code).toBe("timeout");
  });

  it("is down and has certainly not charged when nobody listens", async () => {
    const gone = await startFaultServer();
    await gone.stop();
    target = gone.url;
    const error = await failure(provider);
    expect(error.code).toBe("provider_down");
    expect(handlingOf(error)?.charged).toBe("no");
  });

  it("passes on the provider's wait, and omits it if the provider named none", async () => {
    const waits = async (headers: Record<string, string>) => {
      server.say({ status: 429, headers, body: {} });
      return (await failure(provider)).retryAfter;
    };
    expect(await waits({ "retry-after": "20" })).toBe(20);
    expect(await waits({})).toBeUndefined();
  });

  it("maps the tokens so that cached ones are part of the input and reasoning is part of the output", async () => {
    server.say({ status: 200, body: answerOf(provider) });
    const { text, tokens } = await ask(provider);
    expect(text).toBe("Hello.");
    const written = provider === "anthropic" ? { cacheWritten: 100 } : {};
    expect(tokens).toEqual({ input: 1200, output: 300, cached: 1024, reasoning: 256, ...written });
  });
});

describe("a charged call without a usable answer", () => {
  const written = { anthropic: { cacheWritten: 100 }, openai: {}, gemini: {} };

  it.each([
    ["a refusal", "openai", openAIText({ content: null, refusal: "I cannot help with that." }, "stop")],
    ["a filtered answer", "openai", openAIText({ content: "Some", refusal: null }, "content_filter")],
    ["a call of a tool", "openai", openAIText({ content: null, refusal: null }, "tool_calls")],
    ["an answer without text", "openai", openAIText({ content: "", refusal: null }, "length")],
    ["no choices", "openai", { status: 200, body: { ...ANSWERS.openai, choices: [] } }],
    ["a blocked prompt", "gemini", geminiText({ promptFeedback: { blockReason: "PROHIBITED_CONTENT" } })],
    ["a blocked answer", "gemini", geminiText({ candidates: [{ finishReason: "SAFETY" }] })],
    ["an answer that was all thinking", "gemini", geminiText({ candidates: [{ finishReason: "MAX_TOKENS" }] })],
    ["a refusal", "anthropic", anthropicText([{ type: "text", text: "I can" }], "refusal")],
    ["an answer without text", "anthropic", anthropicText([{ type: "thinking", thinking: "x" }], "max_tokens")],
    ["no content", "anthropic", anthropicText([], "end_turn")],
  ] as const)("%s of %s carries the tokens that the provider reports", async (_, provider, says) => {
    server.say(says);
    const { tokens } = await failure(provider);
    expect(tokens).toEqual({ input: 1200, output: 300, cached: 1024, reasoning: 256, ...written[provider] });
  });

  it.each(PROVIDERS)("of %s carries no tokens if they cannot be read", async (provider) => {
    server.say({ status: 200, body: { ok: true } });
    expect((await failure(provider)).tokens).toBeUndefined();
  });
});

describe("Gemini's wait in the body", () => {
  it("is read from RetryInfo", async () => {
    server.say(gemini(429, "RESOURCE_EXHAUSTED", "Quota", { retryDelay: "34.074824224s" }));
    expect((await failure("gemini")).retryAfter).toBe(35);
  });
});

describe("a call with an unknown outcome", () => {
  it.each([
    ["ENOTFOUND", "provider_down"],
    ["EAI_AGAIN", "provider_down"],
    ["ECONNREFUSED", "provider_down"],
    ["UND_ERR_CONNECT_TIMEOUT", "provider_down"],
    ["CERT_HAS_EXPIRED", "provider_down"],
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "provider_down"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "provider_down"],
    ["INVALID_CA", "provider_down"],
    ["EPROTO", "provider_down"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "provider_down"],
    ["ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION", "provider_down"],
    ["EAI_FAIL", "provider_down"],
    ["ENETUNREACH", "provider_down"],
    ["EADDRNOTAVAIL", "provider_down"],
    ["ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC", "connection_lost"],
    ["ETIMEDOUT", "connection_lost"],
    ["ECONNRESET", "connection_lost"],
    ["EPIPE", "connection_lost"],
    ["UND_ERR_SOCKET", "connection_lost"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
    ["UND_ERR_BODY_TIMEOUT", "timeout"],
    ["", "connection_lost"],
  ])("differs from a definite failure: %s is %s", async (code, means) => {
    const error = new TypeError("fetch failed", { cause: Object.assign(new Error(), { code }) });
    vi.spyOn(globalThis, "fetch").mockRejectedValue(error);
    const errors = await Promise.all(PROVIDERS.map((provider) => failure(provider)));
    expect(errors.map((error) => error.code)).toEqual(PROVIDERS.map(() => means));
    expect(errors.map((error) => handlingOf(error)?.charged)).toEqual(
      PROVIDERS.map(() => (means === "provider_down" ? "no" : "maybe")),
    );
  });
});
