import { useEffect, useRef } from "react";
import { useLocation } from "wouter";

let navigated = false;

/** Whether the page was opened by a link of the app. The first page of a visit leaves the focus where the browser puts it. */
export function wasNavigated(): boolean {
  return navigated;
}

/** To be called once by the layout. Scrolls to the top of a new page, as a browser does. */
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
