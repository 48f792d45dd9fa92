import type { Config } from "../../../shared/ai-configs/config.ts";
import { haltingFailure } from "../../../shared/providers/handling.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { held, type Stop } from "../stop/stop.ts";
import type { Chosen } from "./choose-payer.ts";

/** A key that was refused is asked again after this long: an owner who tops up an account tells only the provider. */
const OPEN_MS = 60 * 60_000;

/** Stops a run whose owner's key the provider has refused a moment ago. */
export async function checkBreaker(
  { run, chosen, read }: { run: Run; chosen: Chosen; read: Read },
  { now }: { now: () => Date },
): Promise<Stop | undefined> {
  const dead = chosen.paidBy === "owner" ? findKnownFailure(chosen.config, run, now()) : undefined;
  return dead && held(dead, read);
}

/**
 * Why it is no use to ask with this key: the provider has refused this very key lately. The row is the breaker, one per
 * provider and key: it opens with the refused call, and closes with a call that succeeds or a key that is stored. A run
 * that its owner reopens tries at once.
 * An outage has a breaker of its own: outage.ts.
 */
export function findKnownFailure(
  { status, last_used_at = "", checked_at = last_used_at }: Pick<Config, "status" | "last_used_at" | "checked_at">,
  { reopened_at = "" }: Pick<Run, "reopened_at">,
  now: Date,
): ReturnType<typeof haltingFailure> {
  const failure = haltingFailure(status);
  if (failure === undefined) return undefined;
  const opened = new Date(now.getTime() - OPEN_MS).toISOString();
  if (checked_at <= opened || checked_at <= reopened_at) return undefined;
  return failure;
}
