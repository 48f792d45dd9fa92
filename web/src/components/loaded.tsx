import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Problem } from "../api/problem.ts";
import { ErrorState } from "./error-state.tsx";
import { Loading } from "./loading.tsx";

type Props<T> = {
  query: UseQueryResult<T, Problem>;
  /** Shown instead of the dots while loading, e.g. a skeleton of the list. */
  loading?: ReactNode;
  children: (data: T) => ReactNode;
};

/** Shows each state of a query: `<Loaded query={agents}>{({ agents }) => ...}</Loaded>`. */
export function Loaded<T>({ query, loading = <Loading />, children }: Props<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <ErrorState error={query.error} retry={() => void query.refetch()} />;
  return loading;
}
