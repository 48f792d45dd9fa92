import { randomUUID } from "node:crypto";
import * as z from "zod";
import { content, type Protocol, type Question, type Usage } from "./protocol.ts";

const body = z.object({
  systemInstruction: z.union([z.string(), z.object({ parts: content }).transform(({ parts }) => parts)]).default(""),
  contents: z.array(z.object({ role: z.enum(["user", "model"]).default("user"), parts: content })),
});

/** https://cloud.google.com/apis/design/errors#handling_errors */
const STATUSES: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

const PATH = /^\/v1(?:beta)?\/models\/([^/:]+):(generateContent|streamGenerateContent)$/;

const MODELS = ["gemini-4-argon", "gemini-3.8-flash", "gemini-3.5-flash-lite", "gemini-2.5-pro", "gemini-2.5-flash"];

/** https://ai.google.dev/api/generate-content */
export const gemini: Protocol = {
  question(path, json) {
    const [, model, method] = PATH.exec(path) ?? [];
    if (model === undefined) return undefined;
    const { systemInstruction, contents } = body.parse(json);
    const messages = contents.map(({ role, parts }): Question["messages"][number] => ({
      role: role === "model" ? "assistant" : "user",
      text: parts,
    }));
    return { model, system: systemInstruction, messages, stream: method === "streamGenerateContent" };
  },
  models: (path) =>
    /^\/v1(?:beta)?\/models$/.test(path)
      ? { models: MODELS.map((id) => ({ name: `models/${id}`, supportedGenerationMethods: ["generateContent"] })) }
      : undefined,
  check(path) {
    const name = /^\/v1(?:beta)?\/models\/([^/:]+)$/.exec(path)?.[1];
    if (name === undefined) return undefined;
    const model = decodeURIComponent(name);
    return { model, answer: { name: `models/${model}`, supportedGenerationMethods: ["generateContent"] } };
  },
  modelNames: /^(gemini|gemma)-/,
  noCredit: { status: 429, message: "Your prepayment credits are depleted.", code: undefined },
  badKey: { status: 400, message: "API key not valid.", code: "API_KEY_INVALID" },
  answer: ({ model }, text, usage) => ({
    candidates: [{ content: { role: "model", parts: [{ text }] }, finishReason: "STOP", index: 0 }],
    usageMetadata: usageOf(usage),
    modelVersion: model,
    responseId: randomUUID(),
  }),
  // https://ai.google.dev/api/generate-content#method:-models.streamgeneratecontent
  events({ model }, pieces, usage) {
    const { candidatesTokenCount: _, ...asked } = usageOf(usage);
    const chunk = (text: string, usageMetadata: object, more: object = {}) => ({
      data: {
        candidates: [{ content: { role: "model", parts: [{ text }] }, index: 0, ...more }],
        ...{ usageMetadata, modelVersion: model, responseId: "r-1" },
      },
    });
    const [last = "", ...before] = pieces.toReversed();
    return [
      ...before.toReversed().map((text) => chunk(text, asked)),
      chunk(last, usageOf(usage), { finishReason: "STOP" }),
    ];
  },
  failure: ({ status, message, code }) => ({
    error: {
      code: status,
      message,
      status: STATUSES[status] ?? "UNKNOWN",
      ...(code && { details: [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason: code }] }),
    },
  }),
};

/** Gemini counts thought tokens beside the answer's tokens. The other two count them within them. */
function usageOf(usage: Usage) {
  return {
    promptTokenCount: usage.input,
    candidatesTokenCount: usage.output - usage.reasoning,
    thoughtsTokenCount: usage.reasoning,
    cachedContentTokenCount: usage.cached,
    totalTokenCount: usage.input + usage.output,
  };
}
