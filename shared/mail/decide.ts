import { type KnownFacts, knownFacts, type MailFacts } from "./facts.ts";
import { isForgeryOrForwarded } from "./forgery.ts";
import { isForwardConfirmation } from "./forward-confirmation.ts";
import type { MailReason } from "./reasons.ts";
import { answerTo } from "./reply-to.ts";
import { RULES, type Rule } from "./rules.ts";

export type Decision = { action: "answer"; to: string } | { action: "skip" | "hold"; reason: MailReason };

/**
 * Decides whether a mail gets an answer, and the one address that gets it.
 * While only the headers were read (`part_types` is null), only skip rules apply, and `answer` means "read on".
 * Holding a mail needs the whole mail, because its text and thread are kept for the owner.
 */
export function decide(facts: MailFacts): Decision {
  const mail = knownFacts(facts);
  const all = rulesFor(mail);
  const rules = facts.part_types === null ? all.filter(({ action }) => action === "skip") : all;
  const fired = rules.find((rule) => !(facts.owner_asked && rule.yields) && rule.fires(mail));
  // The runner knows the owner's mailboxes, so it decides: a forgery must not come to rest under a reason that its owner
  // may overrule.
  if (fired && isForgeryOrForwarded(mail) && !HARMFUL.includes(fired.reason)) return READ_ON;
  if (fired) return { action: fired.action, reason: fired.reason };
  const to = answerTo(mail);
  if (to === undefined) throw new Error("A rule must have skipped a mail without exactly one author");
  return { action: "answer", to };
}

/** While only the headers were read, nobody asks to whom an answer goes. */
const READ_ON: Decision = { action: "answer", to: "" };
const HARMFUL = ["virus", "spam"];

/** A robot writes a confirmation, and its owner needs it. So the rules about robots are left out for it. */
function rulesFor(mail: KnownFacts): readonly Rule[] {
  if (!isForwardConfirmation(mail)) return RULES;
  const isOfRobots = ({ action, yields, reason }: Rule) =>
    action === "skip" && (reason === "null_sender" || (yields && !HARMFUL.includes(reason)));
  return RULES.filter((rule) => !isOfRobots(rule));
}
