import type { MailboxStore } from "../../../shared/mailboxes/mailbox-store.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { ReadMail } from "../mail/read-mail.ts";
import type { Stop } from "../stop/stop.ts";

/**
 * Stops a test mail of ours that came back from the owner's mailbox, and records how it came. Only the code of that very
 * mailbox's last test counts; anything else with the form of a code is a mail like any other.
 */
export async function checkConnectionTest(
  { run, mail, read }: { run: Run; mail: ReadMail; read: Read },
  { mailboxes }: { mailboxes: Pick<MailboxStore, "record"> },
): Promise<Stop | undefined> {
  const { test } = mail.travel;
  const tested = mail.mailboxes.find(({ code }) => code === test?.code);
  if (test === undefined || tested === undefined) return undefined;
  await mailboxes.record(tested, { ...test.result, at: run.received_at });
  return { stop: "rest", state: "skipped", reason: "connection_test", read };
}
