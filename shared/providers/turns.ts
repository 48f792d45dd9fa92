import type { Turn } from "./api.ts";

/**
 * The same conversation in strict turns: Gemini and Anthropic want the user's first, then one of each in alternation.
 * Neighbours of one role become one turn; what an assistant said before the first user is left out.
 */
export function alternate(turns: Turn[]): Turn[] {
  const first = turns.findIndex((turn) => turn.role === "user");
  const merged: Turn[] = [];
  for (const turn of turns.slice(Math.max(first, 0))) {
    const last = merged.at(-1);
    if (last?.role === turn.role) last.text += `\n\n${turn.text}`;
    else merged.push({ ...turn });
  }
  return merged;
}
