import { useState } from "react";
import type { Run } from "../thread/run-cache.ts";

/** What was typed, and the text that stood there when it was begun. */
type Typed = { text: string; over: string };

/** Kept in this tab while one looks at another conversation; saved by the button alone. */
const unsaved = new Map<string, Typed>();

/** The owner's text of a draft: it follows the stored one until something is typed. */
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
    /** Somebody, perhaps the same owner in another window, has saved another text since. */
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
