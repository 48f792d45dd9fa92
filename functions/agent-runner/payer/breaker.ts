import type { Config } from "../../../shared/ai-configs/config.ts";
import { haltingFailure } from "../../../shared/providers/handling.ts";
import type { Read } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { hold, type Stop } from "../stop/stop.ts";
import type { Chosen } from "./choose-payer.ts";

/** A refused key is tried again after this long, because an owner may resolve the cause at the provider only. */
const OPEN_MS = 60 * 60_000;

/** Stops a run if the provider has just refused its owner's key. */
export async function checkBreaker(
  { run, chosen, read }: { run: Run; chosen: Chosen; read: Read },
  { now }: { now: () => Date },
): Promise<Stop | undefined> {
  const dead = chosen.paidBy === "owner" ? findKnownFailure(chosen.config, run, now()) : undefined;
  return dead && hold(dead, read);
}

/**
 * Returns the last refusal of this key if it is recent. The key's row is the circuit breaker: a refused call opens it,
 * and a successful call or a newly stored key closes it. A run that its owner reopened is tried at once. Outages have
 * their own breaker in outage.ts.
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
