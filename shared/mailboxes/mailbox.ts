import * as z from "zod/mini";
import { testResult } from "../forwarding/test-result.ts";
import { hashId } from "../ids.ts";

/** A mailbox of the owner's whose mail is forwarded to an agent, and how its last test ended. */
export const mailbox = z.object({
  user_id: z.string(),
  agent_id: z.string(),
  id: z.string(),
  address: z.string(),
  created_at: z.string(),
  /** The code of the last test mail. It proves that a mail passed through the mailbox, so no answer of the API has it. */
  code: z.string(),
  tested_at: z.string(),
  /** When SES took the test mail, and what it said if it did not. */
  sent_at: z.optional(z.string()),
  send_failed: z.optional(z.boolean()),
  result: z.optional(testResult),
});
export type Mailbox = z.infer<typeof mailbox>;

/** A confirmation mail's code and link, for the owner to read. */
export const storedConfirmation = z.object({
  user_id: z.string(),
  agent_id: z.string(),
  run_id: z.string(),
  service: z.string(),
  code: z.optional(z.string()),
  link: z.optional(z.string()),
  asked_by: z.optional(z.string()),
  received_at: z.string(),
  expires_at: z.number(),
});
export type StoredConfirmation = z.infer<typeof storedConfirmation>;

/** Forwarding takes seconds; greylisting on the way takes minutes. */
const LATE_MS = 10 * 60_000;

/** `disconnected`: an earlier test came back, and the last one did not. */
export type MailboxState = "waiting" | "connected" | "changed" | "not_arrived" | "disconnected";

/** How a mailbox stands now. */
export function mailboxState({ result, tested_at }: Mailbox, now: Date): MailboxState {
  const isAnswered = result !== undefined && result.at >= tested_at;
  if (isAnswered) return result.outcome === "answered" ? "not_arrived" : result.outcome;
  if (now.getTime() - Date.parse(tested_at) < LATE_MS) return "waiting";
  return result?.outcome === "connected" ? "disconnected" : "not_arrived";
}

/** The same address at the same agent has one id, so it is connected once. */
export function mailboxId(agentId: string, address: string): string {
  return hashId("mailbox", agentId, address.toLowerCase());
}
