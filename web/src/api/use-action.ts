import { type UseMutationResult, useMutation } from "@tanstack/react-query";
import { tellProblem } from "../components/toast.ts";
import { call } from "./call.ts";
import type { Problem } from "./problem.ts";
import { refresh } from "./query-client.ts";
import type { Answer, Input, RouteName } from "./types.ts";

type Options<N extends RouteName> = {
  /** The routes whose answers this changes; pages that show them read them again. */
  refreshes?: RouteName[];
  onDone?: (answer: Answer<N>, input: Input<N>) => void;
  /** In place of a toast with what went wrong. */
  onProblem?: (problem: Problem) => void;
};

/** A call that changes something, for a button: `const pause = useAction("patchAgent", { refreshes: ["listAgents"] })`. */
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
