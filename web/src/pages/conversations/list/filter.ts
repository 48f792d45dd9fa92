import { useCallback } from "react";
import { useLocation, useSearch } from "wouter";
import type { Query } from "../../../api/types.ts";
import { paths } from "../../../paths.ts";

export type StateFilter = NonNullable<Query<"listRuns">["state"]>;

/**
 * Selects which conversations are listed. It is part of the address, so that users can bookmark it, share it, and go
 * back to it.
 */
export type Filter = { state: StateFilter | undefined; agent: string | undefined; q: string | undefined };

export const STATES: { state: StateFilter | undefined; label: string }[] = [
  { state: undefined, label: "All" },
  { state: "needs_owner", label: "Needs you" },
  { state: "drafted", label: "Drafts" },
  { state: "held", label: "Held" },
  { state: "replied", label: "Answered" },
  { state: "skipped", label: "Not answered" },
  { state: "observed", label: "Tests" },
  { state: "kept", label: "Kept" },
];

/** The API's limit. It refuses a longer search. */
export const LONGEST_SEARCH = 100;

function readFilter(search: string): Filter {
  const params = new URLSearchParams(search);
  const given = (name: string) => params.get(name)?.trim() || undefined;
  const agent = given("agent");
  return {
    state: STATES.find(({ state }) => state !== undefined && state === given("state"))?.state,
    agent: agent !== undefined && /^[a-z0-9-]{1,80}$/.test(agent) ? agent : undefined,
    q: given("q")?.slice(0, LONGEST_SEARCH),
  };
}

/** The address of the list, or of one conversation beside it. */
export function address({ state, agent, q }: Filter, id?: string): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries({ state, agent, q })) if (value !== undefined) params.set(name, value);
  const path = id === undefined ? paths.conversations() : paths.conversation(id);
  return params.size > 0 ? `${path}?${params}` : path;
}

/** The filter in the address, and a setter that keeps the open conversation. */
export function useFilter(openId: string | undefined): [Filter, (changes: Partial<Filter>) => void] {
  const search = useSearch();
  const [, navigate] = useLocation();
  const change = useCallback(
    (changes: Partial<Filter>) => navigate(address({ ...readFilter(search), ...changes }, openId), { replace: true }),
    [search, navigate, openId],
  );
  return [readFilter(search), change];
}
