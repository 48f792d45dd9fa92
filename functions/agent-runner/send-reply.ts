import type { Agent } from "../../shared/agents/agent.ts";
import { sendRawEmail } from "../../shared/aws/raw-email.ts";
import { logSendFailure, outcomeOf } from "../../shared/aws/ses-outcome.ts";
import { composeReply } from "../../shared/mail/compose.ts";
import type { Run } from "../../shared/runs/run.ts";
import type { Deps } from "./deps.ts";

/** The envelope, set apart from the headers, and the message. */
type Outgoing = { from: string; to: string; raw: Buffer };

/** `unknown`: the mail may have left, so it is not sent again; SES's own report settles it. */
export type Sending = { outcome: "sent"; messageId: string } | { outcome: "refused" | "not_now" | "unknown" };

/** The reply, ready before anything says that it is being sent. */
export async function composeReplyOf(run: Run, agent: Agent): Promise<{ to: string; raw: Buffer }> {
  if (run.reply === undefined || run.answer === undefined) throw new Error("A generated run has a reply and an answer");
  const raw = await composeReply({
    from: { name: agent.name, address: agent.address },
    ...run.reply,
    text: run.answer.text,
    // RFC 3834, 2: whoever did not write the mail is not sent it.
    quoted:
      agent.quote_original && run.reply.to_author
        ? { from: run.reply.to, at: run.received_at, text: run.text ?? "" }
        : undefined,
    loop_id: agent.agent_id,
  });
  return { to: run.reply.to, raw };
}

/** Hands one mail to SES, once: the client does not repeat, because SES cannot tell a repetition from a second mail. */
export async function sendOnce(run: Run, mail: Outgoing, deps: Deps): Promise<Sending> {
  try {
    const { MessageId } = await sendRawEmail(deps.ses, {
      Source: mail.from,
      Destinations: [mail.to],
      RawMessage: { Data: mail.raw },
      ConfigurationSetName: deps.configurationSet,
      Tags: [
        { Name: "user_id", Value: run.user_id },
        { Name: "run_id", Value: run.run_id },
      ],
    });
    return MessageId === undefined ? { outcome: "unknown" } : { outcome: "sent", messageId: MessageId };
  } catch (error) {
    logSendFailure(error);
    return { outcome: outcomeOf(error) };
  }
}
