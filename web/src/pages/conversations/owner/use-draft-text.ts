import { useState } from "react";
import type { Run } from "../thread/run-cache.ts";

/** The owner's text, and the stored text when the owner began to type. */
type Typed = { text: string; over: string };

/** Unsaved texts survive in this tab while the owner looks at another conversation. Only the button saves them. */
const unsaved = new Map<string, Typed>();

/** The owner's text of a draft. It follows the stored text until something is typed. */
export function useDraftText(id: string, stored: string) {
  const [typed, setTyped] = useState(() => unsaved.get(id));
  const keep = (next: Typed | undefined) => {
    if (next === undefined) unsaved.delete(id);
    else unsaved.set(id, next);
    setTyped(next);
  };
  const forget = () => keep(undefined);
  return {
    text: typed?.text ?? stored,
    isChanged: typed !== undefined && typed.text.trim() !== stored,
    /** True if somebody saved another text since, perhaps the same owner in another window. */
    wasOvertaken: typed !== undefined && typed.over !== stored && typed.text.trim() !== stored,
    write: (text: string) => keep({ text, over: typed?.over ?? stored }),
    forget,
    forgetAfter: <T extends { onDone: (run: Run) => void }>(hearing: T): T => ({
      ...hearing,
      onDone: (run: Run) => {
        forget();
        hearing.onDone(run);
      },
    }),
  };
}
