import { useDisclosure } from "@mantine/hooks";
import { type RefObject, useEffect, useRef } from "react";

/** The breakpoint of shell.module.css. From this width on, the navigation is always visible. */
const WIDE = "(min-width: 768px)";

type Menu = { isOpen: boolean; toggle: () => void; close: () => void; button: RefObject<HTMLButtonElement | null> };

/** The phone's navigation behind its button. Escape closes it, and so does widening the window. */
export function useMenu(): Menu {
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== "Escape") return;
      close();
      button.current?.focus();
    };
    const wide = matchMedia(WIDE);
    document.addEventListener("keydown", onKey);
    wide.addEventListener("change", close);
    return () => {
      document.removeEventListener("keydown", onKey);
      wide.removeEventListener("change", close);
    };
  }, [isOpen, close]);
  return { isOpen, toggle, close, button };
}
