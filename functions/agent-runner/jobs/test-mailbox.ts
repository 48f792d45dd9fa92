import type { SESClient } from "@aws-sdk/client-ses";
import type { AgentStore } from "../../../shared/agents/agent-store.ts";
import type { Lazy } from "../../../shared/aws/lazy.ts";
import { sendRawEmail } from "../../../shared/aws/raw-email.ts";
import { classifySesError, logSendFailure } from "../../../shared/aws/ses-outcome.ts";
import { connectAddress } from "../../../shared/forwarding/connect-sender.ts";
import { composeConnectionTest } from "../../../shared/forwarding/connection-test.ts";
import { log } from "../../../shared/log.ts";
import type { MailboxStore } from "../../../shared/mailboxes/mailbox-store.ts";
import type { TestMailboxJob } from "../../../shared/runs/job-queue.ts";
import type { UserStore } from "../../../shared/users/user-store.ts";

type Uses = {
  agents: AgentStore;
  users: UserStore;
  mailboxes: MailboxStore;
  ses: Lazy<SESClient>;
  mailDomain: string;
  configurationSet: string;
  now: () => Date;
};

/**
 * Writes a test mail to the owner's mailbox. It is marked as sent before it leaves, so that a job that comes twice sends
 * one mail; the owner can ask for another test.
 */
export async function testMailbox({ user_id, agent_id, mailbox_id }: TestMailboxJob, deps: Uses): Promise<void> {
  const [row, agent, user] = await Promise.all([
    deps.mailboxes.get(user_id, agent_id, mailbox_id),
    deps.agents.get(user_id, agent_id),
    deps.users.get(user_id),
  ]);
  if (row === undefined || agent === undefined || user === undefined || user.deleting_at !== undefined) return;
  const from = connectAddress(deps.mailDomain);
  const { address: to, code } = row;
  const who = { agentName: agent.name, agentAddress: agent.address, askedBy: user.name };
  const raw = await composeConnectionTest({ from, to, code, ...who });
  if (!(await deps.mailboxes.markSent(row, deps.now()))) return;
  try {
    await sendRawEmail(deps.ses, {
      Source: from,
      Destinations: [to],
      RawMessage: { Data: raw },
      ConfigurationSetName: deps.configurationSet,
    });
    log("mailbox_test_sent", { agent_id });
  } catch (error) {
    logSendFailure(error);
    // Without an answer the mail may have left, and then it comes back.
    if (classifySesError(error) !== "unknown") await deps.mailboxes.markSendFailed(row);
  }
}
