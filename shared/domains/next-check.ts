import type { DomainRow } from "./domain.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** After so long without our record, a claim is looked at only when its owner asks. */
const EXPIRES_MS = 14 * DAY;

/** How often a proven domain is looked at, while all is well and while something is missing. */
const CALM_MS = 6 * HOUR;
const WORRIED_MS = HOUR;
/** The first minutes, while a person sits before the page. */
const EAGER = 10;

/** When the schedule looks at a domain again. */
export function nextCheck(row: DomainRow, now: Date): string {
  return new Date(now.getTime() + waitOf(row)).toISOString();
}

function waitOf({ state, checks, absent_since, signing, sightings }: DomainRow): number {
  if (state === "expired") return 365 * DAY;
  if (state === "proven" && signing === "verified") return absent_since === undefined ? CALM_MS : WORRIED_MS;
  if (state === "lost") return CALM_MS;
  // Just seen for the first time: the second look makes the proof.
  if (sightings > 0 && state !== "taken" && state !== "elsewhere") return MINUTE;
  return Math.min(MINUTE * 2 ** Math.max(0, checks - EAGER), CALM_MS);
}

/** A claim that nobody has proved for so long is given up, until its owner asks for a check. */
export function isExpired({ created_at, last_seen_at }: DomainRow, now: Date): boolean {
  return now.getTime() - Date.parse(last_seen_at ?? created_at) >= EXPIRES_MS;
}
