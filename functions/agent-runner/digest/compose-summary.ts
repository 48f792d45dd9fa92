import type { Agent } from "../../../shared/agents/agent.ts";
import { composeSummary } from "../../../shared/mail/compose-summary.ts";
import { noticesAddress } from "../../../shared/notices/sender.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Outgoing } from "../send/send-once.ts";

/** Composes the summary as a mail to the owner, before the ledger says that it is being sent. */
export async function composeSummaryOf(
  { run, agent }: { run: Run; agent: Agent },
  { mailDomain }: { mailDomain: string },
): Promise<{ outgoing: Outgoing }> {
  const { reply, answer, text: count = "" } = run;
  if (reply === undefined || answer === undefined) throw new Error("A generated run has a reply and an answer");
  const from = noticesAddress(mailDomain);
  const raw = await composeSummary({
    from: { name: agent.name, address: from },
    to: reply.to,
    subject: reply.subject,
    summary: answer.text,
    count,
    loop_id: agent.agent_id,
  });
  return { outgoing: { from, to: reply.to, raw } };
}
