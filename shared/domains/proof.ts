import type { DomainRow, Finding } from "./domain.ts";

/** One answer may be a wildcard of a moment, or of one name server that is ahead; two checks apart are not. */
const SIGHTINGS = 2;
/** Clicking "check now" twice is not two sightings. */
const APART_MS = 30_000;
/** Long enough to come back from a zone that was moved or mistyped over a weekend. */
export const GRACE_MS = 72 * 3_600_000;
/** A single look says little: a zone may be reloaded just then. */
const ABSENCES = 3;
/** Name servers that do not answer prove nothing, until they have been silent for so long. */
export const SILENCE_MS = 14 * 24 * 3_600_000;

export type Proof = Pick<
  DomainRow,
  "state" | "sightings" | "counted_at" | "last_seen_at" | "absent_since" | "absences"
>;

/**
 * The row's proof after one more look at our TXT record. It decides when a proof is gone, and when there is enough for one
 * (`isEnough`); whether the owner gets the domain is for the store of holders.
 */
export function afterLook(row: DomainRow, finding: Finding, now: Date): Proof {
  const { state, sightings, counted_at, last_seen_at, absent_since, absences } = row;
  const at = now.toISOString();
  const before = { state, sightings, counted_at, last_seen_at, absent_since, absences };
  if (finding === "found") {
    const counts = counted_at === undefined || now.getTime() - Date.parse(counted_at) >= APART_MS;
    const counted = counts ? { sightings: sightings + 1, counted_at: at } : {};
    return { ...before, ...counted, last_seen_at: at, absent_since: undefined, absences: 0 };
  }
  if (finding === "missing" || finding === "wrong") {
    const gone = { absent_since: absent_since ?? at, absences: absences + 1, sightings: 0, counted_at: undefined };
    return { ...before, ...gone, state: isGone({ ...row, ...gone }, now) ? "lost" : state };
  }
  return isSilent(row, now) ? { ...before, state: "lost", sightings: 0, counted_at: undefined } : before;
}

export function isEnough({ sightings }: Pick<Proof, "sightings">): boolean {
  return sightings >= SIGHTINGS;
}

function isGone({ state, absent_since, absences }: DomainRow, now: Date): boolean {
  if (state !== "proven" || absent_since === undefined || absences < ABSENCES) return false;
  return now.getTime() - Date.parse(absent_since) >= GRACE_MS;
}

function isSilent({ state, last_seen_at }: DomainRow, now: Date): boolean {
  if (state !== "proven" || last_seen_at === undefined) return false;
  return now.getTime() - Date.parse(last_seen_at) >= SILENCE_MS;
}
