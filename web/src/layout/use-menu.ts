import { useDisclosure } from "@mantine/hooks";
import { type RefObject, useEffect, useRef } from "react";

/** As shell.module.css has it: from here on the navigation is always there. */
const WIDE = "(min-width: 768px)";

type Menu = { isOpen: boolean; toggle: () => void; close: () => void; button: RefObject<HTMLButtonElement | null> };

/** The navigation of a phone, behind its button: Escape closes it, and so does a window that becomes wide. */
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
