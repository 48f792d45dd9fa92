import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { call } from "./call.ts";
import type { Problem } from "./problem.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Every = number | false;

type Options<T> = {
  /** False waits, e.g. for an id that is not known yet. */
  enabled?: boolean;
  /** Asks again every so many milliseconds while the page is open and in front; as what was told last asks for. */
  every?: Every | ((told: T | undefined) => Every);
  /** What was told once is not asked for again. */
  keeps?: boolean;
};

/** What a route tells, kept up to date: `const agents = useApi("listAgents", {})`. */
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
