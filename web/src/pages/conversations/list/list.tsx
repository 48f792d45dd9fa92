import { Button, Group, Loader, Text } from "@mantine/core";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { useCallback, useEffect, useRef } from "react";
import classes from "./list.module.css";
import { nameOf } from "./live-list.ts";
import { Row } from "./row.tsx";
import type { useConversations } from "./use-conversations.ts";
import type { ListFocus } from "./use-list-focus.ts";

/** In rem, because the row's text is sized in rem. */
const ROW_HEIGHT = 5;
/** The next page is requested this many rows before the end. */
const AHEAD = 12;

type Props = {
  list: ReturnType<typeof useConversations>;
  focus: ListFocus;
  openId: string | undefined;
  hrefOf: (id: string) => string;
  agentName: (id: string) => string | undefined;
};

/**
 * Renders only the rows in view, however long the list is. The next page is requested before its rows come into view.
 */
export function List({ list: { rows, pages }, focus, openId, hrefOf, agentName }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const tabStop = Math.max(0, focus.indexIn(rows));
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    getItemKey: (index) => {
      const row = rows[index];
      return row ? nameOf(row) : index;
    },
    overscan: 6,
    // Keeps the focused row rendered. Otherwise scrolling would remove it and the list would lose the focus.
    rangeExtractor: useCallback(
      (range: Range) =>
        [...new Set([tabStop, ...defaultRangeExtractor(range)])].filter((i) => i < range.count).sort((a, b) => a - b),
      [tabStop],
    ),
  });
  const items = virtual.getVirtualItems();

  // On a phone the list has no height while a conversation is open, so no rows are in view and no further page is read.
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage } = pages;
  const isVisible = (virtual.scrollRect?.height ?? 0) > 0;
  const isNearEnd = isVisible && (virtual.range?.endIndex ?? 0) >= rows.length - AHEAD;
  useEffect(() => {
    if (isNearEnd && hasNextPage && !isFetchingNextPage && !isFetchNextPageError) void fetchNextPage();
  }, [isNearEnd, hasNextPage, isFetchingNextPage, isFetchNextPageError, fetchNextPage]);

  useEffect(() => {
    focus.scrollTo.current = (index) => virtual.scrollToIndex(index, { align: "auto" });
  }, [focus, virtual]);
  useEffect(() => focus.give(scroller.current));

  return (
    <div ref={scroller} className={classes["scroller"]}>
      <ul className={classes["rows"]} style={{ height: virtual.getTotalSize() }} aria-label="Conversations">
        {items.map(({ index, start, size, key }) => {
          const conversation = rows[index];
          if (conversation === undefined) return null;
          return (
            <Row
              key={key}
              conversation={conversation}
              name={nameOf(conversation)}
              href={hrefOf(conversation.lead.id)}
              agent={agentName(conversation.lead.agent_id)}
              open={openId !== undefined && conversation.ids.includes(openId)}
              isTabStop={index === tabStop}
              position={{ at: index + 1, of: hasNextPage ? -1 : rows.length }}
              style={{ height: size, transform: `translateY(${start}px)` }}
            />
          );
        })}
      </ul>
      <Foot pages={pages} />
    </div>
  );
}

function Foot({ pages }: { pages: Props["list"]["pages"] }) {
  if (pages.isFetchNextPageError) {
    return (
      <Group className={classes["foot"]} role="alert">
        <Text size="sm">{pages.error?.message}</Text>
        <Button size="xs" variant="default" onClick={() => void pages.fetchNextPage()}>
          Try again
        </Button>
      </Group>
    );
  }
  if (!pages.hasNextPage) return null;
  return (
    <Group className={classes["foot"]} gap="xs">
      <Loader size="xs" type="dots" aria-hidden />
      <Text size="sm" c="dimmed">
        Looking through older mails
      </Text>
    </Group>
  );
}
