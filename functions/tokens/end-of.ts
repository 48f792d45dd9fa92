import { LatchkeyError } from "../../shared/errors.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Every token ends, because most leaked ones are forgotten ones. A year is as long as people accept to renew something. */
const LONGEST_DAYS = 366;
const USUAL_DAYS = 90;

/**
 * When a new token ends.
 * @param latest the end of the token that makes it
 * @throws LatchkeyError invalid_request for a time that has passed or is too far off
 */
export function endOf(given: string | undefined, latest: string | undefined, now: Date): string {
  const usual = Math.min(now.getTime() + USUAL_DAYS * DAY_MS, latest === undefined ? Infinity : Date.parse(latest));
  const end = given === undefined ? usual : Date.parse(given);
  if (end > now.getTime() && end <= now.getTime() + LONGEST_DAYS * DAY_MS) return new Date(end).toISOString();
  const message = `Must lie ahead, at most ${LONGEST_DAYS} days`;
  throw new LatchkeyError("invalid_request", { fields: [{ field: "endsAt", message }] });
}
