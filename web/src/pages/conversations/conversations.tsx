import { VisuallyHidden } from "@mantine/core";
import { useMemo, useRef } from "react";
import { useLocation, useParams } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { ErrorBoundary } from "../../components/error-boundary.tsx";
import { ErrorState } from "../../components/error-state.tsx";
import { lazyPart } from "../../components/lazy-part.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import classes from "./conversations.module.css";
import { FilterBar } from "./filter-bar.tsx";
import { address, useFilter } from "./list/filter.ts";
import { List } from "./list/list.tsx";
import { ListSkeleton } from "./list/list-skeleton.tsx";
import { nameOf } from "./list/live-list.ts";
import { NothingListed } from "./list/nothing-listed.tsx";
import { useConversations } from "./list/use-conversations.ts";
import { useListFocus } from "./list/use-list-focus.ts";
import { NoneOpen } from "./none-open.tsx";
import { useKeys } from "./use-keys.ts";

// The list shows before, and the code for a conversation is there by the time one is opened.
const loadThread = () => import("./thread/thread.tsx");
const Thread = lazyPart(loadThread);
void loadThread();

/** The inbox: a list with the open conversation beside it. A phone shows one of the two. */
export default function Conversations() {
  const { id } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const [filter, change] = useFilter(id);
  const list = useConversations(filter);
  const agents = useApi("listAgents", {}).data?.agents;
  const searchRef = useRef<HTMLInputElement>(null);

  const { rows, pages } = list;
  const open = id === undefined ? undefined : rows.find(({ ids }) => ids.includes(id));
  const focus = useListFocus(open && nameOf(open));
  const names = useMemo(() => new Map(agents?.map((agent) => [agent.id, agent.name])), [agents]);
  const agentName = (agent: string) => names.get(agent) ?? (agents && "A deleted agent");
  const close = () => {
    if (id === undefined) return;
    focus.toRow();
    navigate(address(filter));
  };
  useKeys({
    next: () => focus.move(rows, 1),
    previous: () => focus.move(rows, -1),
    close,
    search: () => searchRef.current?.focus(),
  });

  const isEmpty = rows.length === 0 && pages.isSuccess && !pages.hasNextPage;

  return (
    <div className={classes["inbox"]} data-open={id !== undefined} data-wide>
      <div className={classes["head"]}>
        <PageHeader title="Conversations" />
      </div>
      <FilterBar filter={filter} change={change} openId={id} agents={agents ?? []} searchRef={searchRef} />
      <div className={classes["panes"]} data-alone={isEmpty && id === undefined}>
        <section className={classes["list"]} aria-label="List">
          {rows.length > 0 && (
            <List list={list} focus={focus} openId={id} hrefOf={(run) => address(filter, run)} agentName={agentName} />
          )}
          {rows.length === 0 && pages.isError && <ErrorState error={pages.error} retry={() => void pages.refetch()} />}
          {rows.length === 0 && !pages.isError && (pages.isPending || pages.hasNextPage) && (
            <ListSkeleton pages={pages} />
          )}
          {isEmpty && (
            <NothingListed filter={filter} hasAgents={agents === undefined || agents.length > 0} openId={id} />
          )}
          <VisuallyHidden role="status">
            {pages.isSuccess ? summary(rows.length, pages.hasNextPage) : ""}
          </VisuallyHidden>
        </section>
        <section className={classes["thread"]} aria-label="Conversation">
          {id === undefined ? (
            <NoneOpen />
          ) : (
            <ErrorBoundary key={id}>
              <Thread id={id} agentName={agentName} onClose={close} />
            </ErrorBoundary>
          )}
        </section>
      </div>
    </div>
  );
}

function summary(count: number, hasMore: boolean): string {
  if (hasMore) return "Conversations are listed. More load as you scroll.";
  return count === 1 ? "1 conversation is listed." : `${count} conversations are listed.`;
}
