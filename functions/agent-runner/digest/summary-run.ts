import type { Agent } from "../../../shared/agents/agent.ts";
import { localDate } from "../../../shared/agents/summary-time.ts";
import { hashId } from "../../../shared/ids.ts";
import { noticesAddress } from "../../../shared/notices/sender.ts";
import { newRun } from "../../../shared/runs/new-run.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** Nothing of it comes from outside. */
const OURS = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

/** A summary's run stands in one thread with the mails that are kept for it, so that they are found together. */
type SummaryRun = Run & { thread_id: string };

/**
 * The run of the summary that an agent makes at `due`. Its id is made of both, so it exists once, is sent once and is
 * charged once, however many mails ask for it. It waits until `due`, when the sweeper finds it.
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
