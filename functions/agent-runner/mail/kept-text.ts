import { cutText } from "../../../shared/mail/cut.ts";
import type { NewText } from "../../../shared/mail/new-text.ts";

/**
 * The limit of the text that the run keeps for the owner and for the thread's next turns. The raw mail has the rest.
 */
const KEPT_TEXT = 4_000;

/**
 * Cuts a mail's text to the length that a run keeps. The sender's new text is kept first: people answer below long
 * quotations, and the next turn of the thread would not see their answer.
 */
export function cutForRun(text: string, { text: written, rest }: NewText): string {
  if (text.length <= KEPT_TEXT || written === "") return cutText(text, KEPT_TEXT);
  const quoted = cutText(rest, KEPT_TEXT).replace(/^/gm, "> ");
  return cutText(`${written}\n\n${quoted}`, KEPT_TEXT);
}
