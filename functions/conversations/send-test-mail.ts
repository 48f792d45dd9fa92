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

/** Enough to try instructions out; each costs its owner a call. */
export const TEST_MAILS_PER_HOUR = 20;

/** Nobody's server has looked at it: the API has written it. */
const OURS = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

export type TestMailDeps = {
  agents: AgentStore;
  users: UserStore;
  mails: RawMails;
  runs: RunStore;
  jobs: JobQueue;
  testMails: HourlyLimit;
};

/**
 * Puts a mail from the owner to the agent where SES puts one, and a run and a job where the router does. From there on it
 * goes the way of every mail, but that its answer is not sent.
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
  const now = new Date();
  if (!(await deps.testMails.take(userId, now))) throw new LatchkeyError("too_many_requests");

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
  // If this is where it ends, the sweeper finds the run and sends the job.
  await deps.jobs.send(run);
  return run.run_id;
}
