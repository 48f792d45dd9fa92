import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { Problem } from "./problem.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Every = number | false;

type Options<T> = {
  /** False delays the call, e.g. until an id is known. */
  enabled?: boolean;
  /**
   * Milliseconds between two requests while the page is open and in front. A function picks the interval from the last
   * answer.
   */
  every?: Every | ((last: T | undefined) => Every);
  /** True for an answer that never changes, so it is requested once. */
  keeps?: boolean;
};

/** A route's answer, kept up to date: `const agents = useApi("listAgents", {})`. */
export function useApi<N extends RouteName>(
  name: N,
  input: Input<N>,
  { enabled = true, every = false, keeps = false }: Options<Answer<N>> = {},
): UseQueryResult<Answer<N>, Problem> {
  return useQuery<Answer<N>, Problem>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, { signal }),
    enabled,
    ...(keeps && { staleTime: Number.POSITIVE_INFINITY }),
    refetchInterval: typeof every === "function" ? ({ state }) => every(state.data) : every,
  });
}
