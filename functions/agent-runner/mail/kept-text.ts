import { cutText } from "../../../shared/mail/cut.ts";
import type { NewText } from "../../../shared/mail/new-text.ts";

/** What the run keeps of the mail's text for the owner and for the thread's next turns; the raw mail has the rest. */
const KEPT_TEXT = 4_000;

/**
 * As much of a mail's text as a run keeps. Of a long mail what was written comes first: people answer below a quotation
 * that is longer than all of this, and the thread's next turn would know of no answer.
 */
export function keptText(text: string, { text: written, rest }: NewText): string {
  if (text.length <= KEPT_TEXT || written === "") return cutText(text, KEPT_TEXT);
  const quoted = cutText(rest, KEPT_TEXT).replace(/^/gm, "> ");
  return cutText(`${written}\n\n${quoted}`, KEPT_TEXT);
}
