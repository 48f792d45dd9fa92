import { QueryClient } from "@tanstack/react-query";
import { asProblem, type Problem } from "./problem.ts";
import type { RouteName } from "./types.ts";

declare module "@tanstack/react-query" {
  interface Register {
    defaultError: Problem;
  }
}

/** What was read from the API, kept by route and input until something changes it. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays one, however often it is asked for; a lost connection may come back.
      retry: (times, error) => times < 2 && [0, 502, 503, 504].includes(asProblem(error).status),
    },
  },
});

/** Reads again what these routes have told, where a page shows it. */
export async function refresh(...names: RouteName[]): Promise<void> {
  await Promise.all(names.map((name) => queryClient.invalidateQueries({ queryKey: [name] })));
}
