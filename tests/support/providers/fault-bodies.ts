import type { Fault } from "./fault-server.ts";
import { ANSWERS } from "./wire-answers.ts";

/** Errors and odd answers of each provider, in the form of its own reference. */

export function openai(status: number, type: string, code: string | null, message = "No."): Fault {
  return { status, body: { error: { message, type, param: null, code } } };
}

export function gemini(
  code: number,
  status: string,
  message: string,
  more: { reason?: string; retryDelay?: string } = {},
): Fault {
  const details = [
    { "@type": "type.googleapis.com/google.rpc.Help", links: [] },
    { "@type": "type.googleapis.com/google.rpc.ErrorInfo", domain: "googleapis.com", reason: more.reason },
    { "@type": "type.googleapis.com/google.rpc.RetryInfo", retryDelay: more.retryDelay },
  ];
  return { status: code, body: { error: { code, message, status, details } } };
}

export function anthropic(status: number, type: string, message: string, errorCode?: string): Fault {
  const details = errorCode === undefined ? null : { error_code: errorCode };
  return { status, body: { type: "error", error: { type, message, details }, request_id: "req_1" } };
}

export function openAIText(message: { content: string | null; refusal: string | null }, finish_reason: string): Fault {
  const choices = [{ index: 0, message: { role: "assistant", ...message }, finish_reason }];
  return { status: 200, body: { ...ANSWERS.openai, choices } };
}

export function geminiText(answer: { candidates?: object[]; promptFeedback?: object }): Fault {
  return { status: 200, body: { usageMetadata: ANSWERS.gemini.usageMetadata, ...answer } };
}

export function anthropicText(content: object[], stop_reason: string): Fault {
  return { status: 200, body: { ...ANSWERS.anthropic, content, stop_reason } };
}
