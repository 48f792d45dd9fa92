import { programLines } from "../../../shared/mail/new-text/program-lines.ts";
import { newText } from "../../../shared/mail/new-text.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import type { PastTurn } from "../../../shared/runs/run-store.ts";
import { markQuoted } from "./mail-prompt.ts";

/**
 * A line with at least this many letters and digits that also occurs in the earlier turns is a repetition, not chance.
 */
const SURE = 12;

/**
 * A thread's earlier turns. Quoted text is left out only if an earlier turn contains it. Otherwise text that was
 * mistaken for a quotation would be lost.
 */
export function historyTurns(history: PastTurn[]): Turn[] {
  const known = new Known();
  return history.flatMap(({ text, answer }): Turn[] => {
    const mail = newText(text);
    const said =
      mail.text === "" ? text : [mail.text, markQuoted(notRepeated(mail.rest, known))].filter(Boolean).join("\n\n");
    known.add(text);
    known.add(answer);
    return [
      { role: "user", text: said },
      { role: "assistant", text: answer },
    ];
  });
}

/** The lines that are in no earlier turn; "" if only a mail program's lines are left. */
function notRepeated(rest: string, known: Known): string {
  const isProgram = programLines(rest);
  let before = "";
  const lines = rest.split("\n").map((line, at) => {
    const letters = lettersOf(line);
    const isRepeated = letters === "" || known.has(letters, before);
    if (letters !== "") before = isRepeated ? letters : "";
    return { line, isRepeated, isProgram: isProgram[at] ?? false };
  });
  if (lines.every((line) => line.isRepeated || line.isProgram)) return "";
  return lines
    .flatMap(({ line, isRepeated }) => (isRepeated ? [] : [line]))
    .join("\n")
    .trim();
}

/**
 * The letters and digits of the turns so far. Mail programs fold quoted lines and lose punctuation, so only these are
 * compared.
 */
class Known {
  #text = "";
  readonly #lines = new Set<string>();

  add(text: string): void {
    this.#text += lettersOf(text);
    for (const line of text.split("\n")) this.#lines.add(lettersOf(line));
  }

  /** A short line counts only as a whole line, or directly after the line that also precedes it there. */
  has(letters: string, before: string): boolean {
    if (letters.length >= SURE) return this.#text.includes(letters);
    return this.#lines.has(letters) || (before !== "" && this.#text.includes(before + letters));
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
