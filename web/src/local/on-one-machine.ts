import { useQuery } from "@tanstack/react-query";

/**
 * True if `npm start` serves the app, since routes under /_local/ exist then. A deployment answers them with the app's
 * page.
 */
export function useOnOneMachine(): boolean {
  const { data = false } = useQuery({
    queryKey: ["on-one-machine"],
    queryFn: ask,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}

async function ask(): Promise<boolean> {
  try {
    const response = await fetch("/_local/health");
    const health: unknown = await response.json();
    return response.ok && typeof health === "object" && health !== null && "local" in health;
  } catch {
    return false;
  }
}
