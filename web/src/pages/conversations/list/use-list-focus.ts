import { type RefObject, useMemo, useRef, useState } from "react";
import { type Conversation, nameOf } from "./live-list.ts";

export type ListFocus = {
  /** The index of the row that Tab reaches, or -1 if it is not in the list. */
  indexIn: (rows: Conversation[]) => number;
  /** Moves the focus by this many rows, or to the first row if no row had it. */
  move: (rows: Conversation[], by: number) => void;
  /** Focuses the current row as soon as it is rendered. */
  toRow: () => void;
  /** Called after each render of the list. */
  give: (list: HTMLElement | null) => void;
  /** Set by the list. */
  scrollTo: RefObject<(index: number) => void>;
};

/**
 * Tracks which row of the list has the focus. It remembers the conversation and not the position, because new mail
 * moves the rows.
 */
export function useListFocus(openName: string | undefined): ListFocus {
  const [chosen, choose] = useState<string>();
  const scrollTo = useRef<(index: number) => void>(() => {});
  const wanted = useRef<string>(undefined);
  const name = chosen ?? openName;
  return useMemo(() => {
    const indexIn = (rows: Conversation[]) => rows.findIndex((row) => nameOf(row) === name);
    const goTo = (row: string | undefined) => {
      wanted.current = row;
      choose(row);
    };
    return {
      indexIn,
      move(rows, by) {
        const from = indexIn(rows);
        const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1);
        const row = rows[to];
        if (row === undefined) return;
        scrollTo.current(to);
        goTo(nameOf(row));
      },
      toRow: () => goTo(name),
      give(list) {
        if (wanted.current === undefined) return;
        const row = list?.querySelector<HTMLElement>(`[data-name="${CSS.escape(wanted.current)}"]`);
        if (!row) return;
        wanted.current = undefined;
        row.focus({ preventScroll: true });
      },
      scrollTo,
    };
  }, [name]);
}
