import { programLines } from "../../../shared/mail/new-text/program-lines.ts";
import { newText } from "../../../shared/mail/new-text.ts";
import type { Turn } from "../../../shared/providers/api.ts";
import type { PastTurn } from "../../../shared/runs/run-store.ts";
import { quoted } from "./mail-prompt.ts";

/** Letters and digits from which on a line that stands somewhere in the turns before is no chance. */
const SURE = 12;

/**
 * A thread's earlier turns. What a mail quoted is left out only as far as the turns before it have it: what was written
 * and read as quoted by mistake would be gone for good otherwise.
 */
export function historyTurns(history: PastTurn[]): Turn[] {
  const known = new Known();
  return history.flatMap(({ text, answer }): Turn[] => {
    const mail = newText(text);
    const said =
      mail.text === "" ? text : [mail.text, quoted(notRepeated(mail.rest, known))].filter(Boolean).join("\n\n");
    known.add(text);
    known.add(answer);
    return [
      { role: "user", text: said },
      { role: "assistant", text: answer },
    ];
  });
}

/** The lines that no turn before has; "" where only a mail program's lines are left. */
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

/** What the turns so far say, by its letters and digits: a program folds the lines that it quotes, and loses marks. */
class Known {
  #text = "";
  readonly #lines = new Set<string>();

  add(text: string): void {
    this.#text += lettersOf(text);
    for (const line of text.split("\n")) this.#lines.add(lettersOf(line));
  }

  /** A short line counts only as a whole, or behind the one that it follows there too. */
  has(letters: string, before: string): boolean {
    if (letters.length >= SURE) return this.#text.includes(letters);
    return this.#lines.has(letters) || (before !== "" && this.#text.includes(before + letters));
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "");
}
