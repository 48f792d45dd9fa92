import { useEffect, useRef } from "react";

export type Keys = { next: () => void; previous: () => void; close: () => void; search: () => void };

/** Elements that use these keys themselves. */
const OWN = "input, textarea, select, [contenteditable], [role=dialog], [role=menu], [role=listbox]";

/**
 * Shortcuts as in mail programs: j and k, or the arrow keys inside the list, Escape and /. The focused row itself
 * handles Enter.
 */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (!(target instanceof Element) || target.closest(OWN) !== null) return;
      const action = actionOf(key, target.closest("[data-name]") !== null);
      if (action === undefined) return;
      event.preventDefault();
      latest.current[action]();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

function actionOf(key: string, inList: boolean): keyof Keys | undefined {
  if (key === "j" || (inList && key === "ArrowDown")) return "next";
  if (key === "k" || (inList && key === "ArrowUp")) return "previous";
  if (key === "Escape") return "close";
  return key === "/" ? "search" : undefined;
}
