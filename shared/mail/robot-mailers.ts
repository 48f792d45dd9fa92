import type { KnownFacts } from "./facts.ts";
import { headerValues } from "./headers.ts";

/** Programs that send nothing but automatic answers, by what they write into X-Mailer; many of their notes carry no other mark. */
const ROBOT_MAILERS = [
  // gnarwl 3.6: docs/robots.md. It forgets whom it answered after two days.
  /^gnarwl\b/i,
  // What SpamAssassin's vbounce rules take for an automatic answer.
  /\bauto-?responder\b/i,
];

export function isRobotMailer({ headers }: KnownFacts): boolean {
  return headerValues(headers, "x-mailer").some((value) => ROBOT_MAILERS.some((mailer) => mailer.test(value)));
}
