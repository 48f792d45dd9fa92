import { QueryClient } from "@tanstack/react-query";
import { asProblem, type Problem } from "./problem.ts";
import type { RouteName } from "./types.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}

/** Caches the API's answers by route and input until something changes them. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // Retries only a lost connection or an unavailable API. A refusal does not change when it is asked for again.
      retry: (times, error) => times < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
    },
  },
});

/** Reloads the answers of these routes on the pages that show them. */
export async function refresh(...names: RouteName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}
