import type { MailboxStore } from "../../../shared/mailboxes/mailbox-store.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { ReadMail } from "../mail/read-mail.ts";

/** Services end their codes after days. */
const KEPT_SECONDS = 14 * 24 * 60 * 60;

/** Keeps the code and the link of a proven confirmation mail for the agent's page, whatever becomes of the mail. */
export async function noteConfirmation(
  { run, mail }: { run: Run; mail: ReadMail },
  { mailboxes }: { mailboxes: Pick<MailboxStore, "keepConfirmation"> },
): Promise<undefined> {
  const { confirmation } = mail.travel;
  const { decision } = mail;
  if (confirmation === undefined || decision.action === "answer" || decision.reason !== "forward_confirmation") return;
  const { user_id, agent_id, run_id, received_at } = run;
  const expires_at = Math.floor(Date.parse(received_at) / 1000) + KEPT_SECONDS;
  await mailboxes.keepConfirmation({ user_id, agent_id, run_id, received_at, expires_at, ...confirmation });
}
