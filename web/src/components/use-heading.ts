import { type RefObject, useEffect, useRef } from "react";
import { wasNavigated } from "../layout/navigated.ts";

/**
 * Sets the tab's title to the heading's text. It also focuses the heading after a link of the app, so that a screen
 * reader starts there, unless a field already has the focus.
 */
export function useHeading(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const before = document.title;
    document.title = `${title} · Latchkey`;
    return () => {
      document.title = before;
    };
  }, [title]);
  useEffect(() => {
    const typing = document.activeElement instanceof HTMLInputElement;
    if (wasNavigated() && !typing) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
