import { knownFacts, type MailFacts } from "./facts.ts";
import type { MailReason } from "./reasons.ts";
import { answerTo } from "./reply-to.ts";
import { RULES } from "./rules.ts";

export type Decision = { action: "answer"; to: string } | { action: "skip" | "hold"; reason: MailReason };

/**
 * Whether a mail gets an answer, and at which one address.
 * While only the headers were read (`part_types` null) it finds what is skipped and nothing else: to hold a mail is for
 * the reader of the whole mail, who keeps its text and thread for the owner. Its `answer` then means "read on".
 */
export function decide(facts: MailFacts): Decision {
  const mail = knownFacts(facts);
  const rules = facts.part_types === null ? RULES.filter(({ action }) => action === "skip") : RULES;
  const fired = rules.find((rule) => !(facts.owner_asked && rule.yields) && rule.fires(mail));
  if (fired) return { action: fired.action, reason: fired.reason };
  const to = answerTo(mail);
  if (to === undefined) throw new Error("A mail without one author is skipped by a rule");
  return { action: "answer", to };
}
