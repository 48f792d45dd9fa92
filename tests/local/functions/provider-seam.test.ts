import Anthropic from "@anthropic-ai/sdk";
import { GoogleGenerativeAI } from "@google/generative-ai";
import OpenAI from "openai";
import { afterEach, beforeEach, expect, test } from "vitest";
import { redirectAddress, redirectFetch } from "../../../local/functions/provider-seam.ts";

const STUB = "http://127.0.0.1:4000";
const openai = "https://api.openai.com/v1/chat/completions";
const turned = (address: string, headers: Record<string, string>) =>
  redirectAddress(address, new Headers(headers), STUB);

test("a call with a demo key goes to the stub, and a call with any other key to the provider", () => {
  expect(turned(openai, { Authorization: "Bearer sk-demo-alice" })).toBe(`${STUB}/api.openai.com/v1/chat/completions`);
  expect(turned(openai, { Authorization: "Bearer sk-proj-real" })).toBeUndefined();
  expect(turned("https://api.anthropic.com/v1/messages", { "x-api-key": "sk-ant-demo-bob" })).toBe(
    `${STUB}/api.anthropic.com/v1/messages`,
  );
  expect(turned("https://api.anthropic.com/v1/messages", { "x-api-key": "sk-ant-api03-real" })).toBeUndefined();
  const gemini = "https://generativelanguage.googleapis.com/v1beta/models/g:generateContent?a=1";
  expect(turned(gemini, { "x-goog-api-key": "AIza-demo-bob" })).toBe(
    `${STUB}/generativelanguage.googleapis.com/v1beta/models/g:generateContent?a=1`,
  );
  expect(turned(gemini, { "x-goog-api-key": "AIzaSyReal" })).toBeUndefined();
});

test("Anthropic's SDK may send the key as a bearer token, which is redirected too", () => {
  expect(turned("https://api.anthropic.com/v1/messages", { Authorization: "Bearer sk-ant-demo-bob" })).toBe(
    `${STUB}/api.anthropic.com/v1/messages`,
  );
});

test("a call to any other host is not redirected, even with a demo key", () => {
  expect(turned("https://example.com/", { Authorization: "Bearer sk-demo-alice" })).toBeUndefined();
});

const before = globalThis.fetch;
let asked: string[];
beforeEach(() => {
  asked = [];
  const record: typeof fetch = async (input) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return Response.json({}, { status: 400 });
  };
  globalThis.fetch = redirectFetch(record, { stub: STUB, jwks: {} });
});
afterEach(() => {
  globalThis.fetch = before;
});

async function askAll(openaiKey: string, anthropicKey: string, geminiKey: string): Promise<string[]> {
  const messages = [{ role: "user" as const, content: "hi" }];
  const calls = [
    new OpenAI({ apiKey: openaiKey, maxRetries: 0 }).chat.completions.create({ model: "m", messages }),
    new Anthropic({ apiKey: anthropicKey, maxRetries: 0 }).messages.create({ model: "m", max_tokens: 1, messages }),
    new GoogleGenerativeAI(geminiKey).getGenerativeModel({ model: "m" }).generateContent("hi"),
  ];
  await Promise.allSettled(calls);
  return asked.sort();
}

test("the three SDKs use the wrapped fetch, so their demo keys never leave the machine", async () => {
  expect(await askAll("sk-demo-a", "sk-ant-demo-a", "AIza-demo-a")).toEqual([
    `${STUB}/api.anthropic.com/v1/messages`,
    `${STUB}/api.openai.com/v1/chat/completions`,
    `${STUB}/generativelanguage.googleapis.com/v1beta/models/m:generateContent`,
  ]);
});

test("the three SDKs reach the real hosts with any other key", async () => {
  expect(await askAll("sk-a", "sk-ant-a", "AIza-a")).toEqual([
    "https://api.anthropic.com/v1/messages",
    "https://api.openai.com/v1/chat/completions",
    "https://generativelanguage.googleapis.com/v1beta/models/m:generateContent",
  ]);
});
