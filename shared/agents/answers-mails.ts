import type { Agent } from "./agent.ts";

/** Whether an agent of the type answers mails. One that answers none reads what the rules about answers would skip. */
const ANSWERS_MAILS: Record<Agent["type"], boolean> = {
  email_inbound: true,
  email_digest: false,
  unknown: true,
};

export function answersMails({ type }: Pick<Agent, "type">): boolean {
  return ANSWERS_MAILS[type];
}
