import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useRef } from "react";
import { isLike } from "../../../../../shared/runs/run-filter.ts";
import { call } from "../../../api/call.ts";
import type { Problem } from "../../../api/problem.ts";
import { queryClient } from "../../../api/query-client.ts";
import type { Answer } from "../../../api/types.ts";
import { useApi } from "../../../api/use-api.ts";
import type { Filter } from "./filter.ts";
import { conversations, leavesGap, mergePages, type Page, type Row } from "./live-list.ts";

const HEAD = 50;
const PAGE = 100;
const LOOK_MS = 4_000;

/**
 * The first part of the pages' query keys. It is not "listRuns", since refreshing that would reload a hundred pages.
 */
const PAGES = "conversations";

/** The filtered list. Pages load as the user scrolls, and the newest part stays live while the page is in front. */
export function useConversations({ state, agent, q }: Filter) {
  const ofAgent = agent === undefined ? {} : { agent_id: agent };
  const head = useApi("listRuns", { query: { ...ofAgent, limit: HEAD } }, { every: LOOK_MS });
  const pages = useInfiniteQuery<Page, Problem, Page[], unknown[], string | undefined>({
    queryKey: [PAGES, { state, agent, q }],
    queryFn: ({ pageParam: cursor, signal }) =>
      call("listRuns", { query: { ...ofAgent, state, q, cursor, limit: PAGE } }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: ({ next_cursor }) => next_cursor ?? undefined,
    select: (data) => data.pages,
    staleTime: Number.POSITIVE_INFINITY,
  });
  useWhole(head.data);

  const rows = useMemo(() => {
    const isWanted = isLike({ state, q }) ?? (() => true);
    return conversations(mergePages(pages.data ?? [], head.data, isWanted));
  }, [pages.data, head.data, state, q]);
  return { rows, pages, isAnyMail: (head.data?.runs.length ?? 0) > 0 };
}

/** Starts again when the live part has moved past the loaded pages, e.g. after a night in a background tab. */
function useWhole(head: Page | undefined): void {
  const before = useRef(head);
  useEffect(() => {
    if (before.current && head && leavesGap(before.current, head)) void queryClient.resetQueries({ queryKey: [PAGES] });
    before.current = head;
  }, [head]);
}

/** Updates one mail in every list that holds it. */
export function keepInLists(run: Answer<"getRun">): void {
  const renew = (page: Page): Page => ({
    ...page,
    // The list may be newer than the cached run.
    runs: page.runs.map((row) =>
      row.id === run.id && row.updated_at <= run.updated_at ? { ...row, ...summaryOf(run) } : row,
    ),
  });
  queryClient.setQueriesData<{ pages: Page[]; pageParams: unknown[] }>(
    { queryKey: [PAGES] },
    (data) => data && { ...data, pages: data.pages.map(renew) },
  );
  queryClient.setQueriesData<Page>({ queryKey: ["listRuns"] }, (data) => data && renew(data));
}

function summaryOf({
  thread_id,
  state,
  reason,
  reason_text,
  has_attachments,
  updated_at,
}: Answer<"getRun">): Partial<Row> {
  return { thread_id, state, reason, reason_text, has_attachments, updated_at };
}
