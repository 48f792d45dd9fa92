import type { TestResult } from "../../shared/forwarding/test-result.ts";
import { type Mailbox, mailboxId } from "../../shared/mailboxes/mailbox.ts";
import type { MailboxStore } from "../../shared/mailboxes/mailbox-store.ts";

export const SUPPORT = "support@acme.example";
export const CODE = "abcdefghijkmnpqrstuv";

/** How a test came back that kept our signature and was sealed by nobody. */
export function someResult(changes: Partial<TestResult> = {}): TestResult {
  return {
    at: "2026-11-23T11:00:01.000Z",
    outcome: "connected",
    way: "gmail",
    from_kept: true,
    subject_kept: true,
    dkim: "pass",
    arc: "none",
    envelope_rewritten: true,
    spf: "pass",
    dmarc: "pass",
    ...changes,
  };
}

/** A mailbox of Alice's at her agent, under test. */
export function someMailbox(changes: Partial<Mailbox> = {}): Mailbox {
  const address = changes.address ?? SUPPORT;
  return {
    ...{ user_id: "alice", agent_id: "agent1", id: mailboxId("agent1", address), address, code: CODE },
    ...{ created_at: "2026-11-23T11:00:00.000Z", tested_at: "2026-11-23T11:00:00.000Z" },
    ...changes,
  };
}

/** Connects a mailbox of Alice's, as a test that came back does. */
export async function connect(
  mailboxes: MailboxStore,
  result: Partial<TestResult> = {},
  address = SUPPORT,
): Promise<Mailbox> {
  const row = await mailboxes.startTest(someMailbox({ address }));
  await mailboxes.record(row, someResult(result));
  return { ...row, result: someResult(result) };
}
