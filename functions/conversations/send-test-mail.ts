import type { AgentStore } from "../../shared/agents/agent-store.ts";
import { TEST_MAIL_PREFIX } from "../../shared/aws/raw-mail-days.ts";
import type { RawMails } from "../../shared/aws/raw-mails.ts";
import { LatchkeyError } from "../../shared/errors.ts";
import { randomId } from "../../shared/ids.ts";
import type { HourlyLimit } from "../../shared/limits/hourly-limit.ts";
import { domainOf } from "../../shared/mail/address.ts";
import { composeTestMail } from "../../shared/mail/compose-test-mail.ts";
import type { JobQueue } from "../../shared/runs/job-queue.ts";
import { newRun } from "../../shared/runs/new-run.ts";
import type { RunStore } from "../../shared/runs/run-store.ts";
import type { UserStore } from "../../shared/users/user-store.ts";

/** The API wrote the mail, so no server has checked it. */
const OURS = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

export type TestMailDeps = {
  agents: AgentStore;
  users: UserStore;
  mails: RawMails;
  runs: RunStore;
  jobs: JobQueue;
  testMails: HourlyLimit;
  now: () => Date;
};

/**
 * Stores a mail from the owner to the agent where SES stores mails, and adds a run and sends a job as the router does.
 * From there it takes the path of every mail, except that its answer is not sent.
 * @returns the run's id
 * @throws LatchkeyError `not_found`, `too_many_requests`
 */
export async function sendTestMail(
  userId: string,
  agentId: string,
  { subject, text }: { subject: string; text: string },
  deps: TestMailDeps,
): Promise<string> {
  const [agent, user] = await Promise.all([deps.agents.get(userId, agentId), deps.users.get(userId)]);
  if (agent === undefined || user === undefined) throw new LatchkeyError("not_found");
  const now = deps.now();
  const retryAfter = await deps.testMails.take(userId, now);
  if (retryAfter !== undefined) throw new LatchkeyError("too_many_requests", { retryAfter });

  const name = randomId(26);
  const id = `test-${name}`;
  const object_key = `${TEST_MAIL_PREFIX}${name}`;
  const from = { name: user.name, address: user.email };
  const to = agent.address;
  await deps.mails.put(
    object_key,
    composeTestMail({ from, to, subject, text, messageId: `<${id}@${domainOf(to)}>`, at: now }),
  );
  const arrival = {
    ...{ user_id: userId, agent_id: agentId, ses_message_id: id, object_key, mail_shared: false },
    ...{ envelope_from: user.email, recipient: to, from: `${user.name} <${user.email}>`, subject, verdicts: OURS },
    received_at: now.toISOString(),
  };
  const run = { ...newRun(arrival, now), is_test: true };
  await deps.runs.add(run);
  // If sending the job fails, the sweeper finds the run and sends it.
  await deps.jobs.send(run);
  return run.run_id;
}
