import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { tellProblem } from "../components/toast.ts";
import { call } from "./call.ts";
import type { Problem } from "./problem.ts";
import { refresh } from "./query-client.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Options<N extends RouteName> = {
  /** Routes whose answers this action changes. Pages that show them reload them. */
  refreshes?: RouteName[];
  onDone?: (answer: Answer<N>, input: Input<N>) => void;
  /** Called instead of showing the problem in a toast. */
  onProblem?: (problem: Problem) => void;
};

/**
 * A call that changes something, for a button: `const pause = useAction("patchAgent", { refreshes: ["listAgents"] })`.
 */
export function useAction<N extends RouteName>(
  name: N,
  { refreshes = [], onDone, onProblem = tellProblem }: Options<N> = {},
): UseMutationResult<Answer<N>, Problem, Input<N>> {
  return useMutation<Answer<N>, Problem, Input<N>>({
    mutationFn: (input) => call(name, input),
    onSuccess: async (answer, input) => {
      await refresh(...refreshes);
      onDone?.(answer, input);
    },
    onError: onProblem,
  });
}
