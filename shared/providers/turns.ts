import type { Turn } from "./api.ts";

/**
 * Returns the conversation with strictly alternating turns, as Gemini and Anthropic require, the user first.
 * Consecutive turns of one role are merged. Assistant turns before the first user turn are dropped.
 */
export function alternateTurns(turns: Turn[]): Turn[] {
  const first = turns.findIndex((turn) => turn.role === "user");
  const merged: Turn[] = [];
  for (const turn of turns.slice(Math.max(first, 0))) {
    const last = merged.at(-1);
    if (last?.role === turn.role) last.text += `\n\n${turn.text}`;
    else merged.push({ ...turn });
  }
  return merged;
}
