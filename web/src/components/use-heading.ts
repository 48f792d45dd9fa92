import { type RefObject, useEffect, useRef } from "react";
import { wasNavigated } from "../layout/navigated.ts";

/**
 * Names the browser's tab after what a heading names, and gives the heading the focus where a link of the app led to it,
 * so that a screen reader begins there; a field that is to be typed into keeps it.
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
