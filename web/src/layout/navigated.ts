import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

let navigated = false;

/**
 * True if a link of the app opened the page. On the first page of a visit the focus stays where the browser puts it.
 */
export function wasNavigated(): boolean {
  return navigated;
}

/** Called once, by the layout. Scrolls to the top of a new page, as a browser does. */
export function useNavigation(): string {
  const [path] = useLocation();
  const before = useRef(path);
  if (before.current !== path) navigated = true;
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    window.scrollTo(0, 0);
  }, [path]);
  return path;
}
