import type { Run } from "../../shared/runs/run.ts";
import type { Deps } from "./deps.ts";

/** Sends the run's job anew, to be worked when the run is due. @param due ISO 8601; undefined: at once */
export async function comeBack(run: Run, due: string | undefined, deps: Deps): Promise<void> {
  const seconds = due === undefined ? 0 : (Date.parse(due) - deps.now().getTime()) / 1000;
  await deps.jobs.send(run, seconds);
}

/** The moment after the given wait, ISO 8601. */
export function inSeconds(seconds: number, deps: Deps): string {
  return new Date(deps.now().getTime() + seconds * 1000).toISOString();
}
