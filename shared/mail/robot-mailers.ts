import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";

/** Programs that send only automatic answers, by their X-Mailer. Many of their notes carry no other sign. */
const ROBOT_MAILERS = [
  // gnarwl 3.6 (docs/robots.md) forgets after two days whom it answered.
  /^gnarwl\b/i,
  // SpamAssassin's vbounce rules treat this as an automatic answer.
  /\bauto-?responder\b/i,
];

export function isRobotMailer({ headers }: KnownFacts): boolean {
  return headerValues(headers, "x-mailer").some((value) => ROBOT_MAILERS.some((mailer) => mailer.test(value)));
}
