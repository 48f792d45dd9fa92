import { newRun } from "../../shared/runs/new-run.ts";
import type { Answer, Payer, Run } from "../../shared/runs/run.ts";

export const RECEIVED_AT = "2026-11-23T12:00:00.000Z";

export const payer: Payer = {
  provider: "openai",
  model_name: "gpt-4",
  key_fingerprint: "0123456789abcdef",
  paid_by: "owner",
};

export const read = {
  thread_id: "00000000000000000000000000000001",
  text: "Where is my order?",
  attachments: [{ filename: "order.pdf", mime_type: "application/pdf", size: 1_024 }],
  reply: { to: "carol@customer.example", subject: "Re: Order 7", references: ["<m1@customer.example>"] },
};

export const answer: Answer = {
  text: "On its way.",
  tokens_in: 100,
  tokens_out: 20,
  tokens_cached: 10,
  tokens_reasoning: 5,
  cost_nano_usd: 4_200_000,
  price: { input: 30 },
};

/** A run as the router makes it, with any of its fields replaced. */
export function someRun(changes: Partial<Run> = {}): Run {
  const arrival = {
    user_id: "alice",
    agent_id: "agent1",
    ses_message_id: "ses-1",
    object_key: "inbound/ses-1",
    envelope_from: "carol@customer.example",
    recipient: "abc@agents.example",
    from: "Carol <carol@customer.example>",
    subject: "Order 7",
    verdicts: { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" },
    received_at: RECEIVED_AT,
  } as const;
  return { ...newRun(arrival, new Date(RECEIVED_AT)), ...changes };
}

/** `seconds` after the mail was received. */
export function later(seconds: number): Date {
  return new Date(Date.parse(RECEIVED_AT) + seconds * 1000);
}
