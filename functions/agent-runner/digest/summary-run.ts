import type { Agent } from "../../../shared/agents/agent.ts";
import { localDate } from "../../../shared/agents/summary-time.ts";
import { hashId } from "../../../shared/ids.ts";
import { noticesAddress } from "../../../shared/notices/sender.ts";
import { newRun } from "../../../shared/runs/new-run.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** The run of a summary has no mail from outside. */
const OURS = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

/** A summary's run is in the same thread as its mails, so that one query finds them. */
type SummaryRun = Run & { thread_id: string };

/**
 * Returns the run of the summary that an agent makes at `due`. Its id is derived from both, so however many mails
 * request it, it exists once, is sent once and is charged once. It waits until `due`, when the sweeper finds it.
 */
export function summaryRun(agent: Agent, due: Date, mailDomain: string, now: Date): SummaryRun {
  const { user_id, agent_id, address } = agent;
  const received_at = due.toISOString();
  const sender = noticesAddress(mailDomain);
  const arrival = {
    ...{ user_id, agent_id, ses_message_id: "summary", object_key: "", received_at, verdicts: OURS },
    ...{ envelope_from: sender, recipient: address, from: `Latchkey <${sender}>` },
    subject: `Summary of ${localDate(due, agent.time_zone)}`,
  };
  return { ...newRun(arrival, now), is_summary: true, thread_id: hashId("summary", agent_id, received_at) };
}
