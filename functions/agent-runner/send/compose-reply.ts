import { replyAddress } from "../../../shared/agents/address-list.ts";
import type { Agent } from "../../../shared/agents/agent.ts";
import { composeReply } from "../../../shared/mail/compose.ts";
import type { Run } from "../../../shared/runs/run.ts";
import type { Outgoing } from "./send-once.ts";

/** Composes the reply before the ledger says that it is being sent. */
export async function composeReplyOf(
  { run, agent }: { run: Run; agent: Agent },
  { now }: { now: () => Date },
): Promise<{ outgoing: Outgoing }> {
  const from = replyAddress(agent, run.recipient, now());
  if (run.reply === undefined || run.answer === undefined) throw new Error("A generated run has a reply and an answer");
  const raw = await composeReply({
    from: { name: agent.name, address: from },
    ...run.reply,
    text: run.answer.text,
    // RFC 3834, 2: a reader who did not write the mail does not get its text.
    quoted:
      agent.quote_original && run.reply.to_author
        ? { from: run.reply.to, at: run.received_at, text: run.text ?? "" }
        : undefined,
    loop_id: agent.agent_id,
  });
  return { outgoing: { from, to: run.reply.to, raw } };
}
