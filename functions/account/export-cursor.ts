import * as z from "zod/mini";
import { EXPORT_SECTIONS } from "../../shared/api/account-schemas.ts";
import { LatchkeyError } from "../../shared/errors.ts";

export type Section = (typeof EXPORT_SECTIONS)[number];

/**
 * Where a page of the export begins: in a section, after the row with this sort key. The cursor does not name a user.
 * Only the token does, so another user's cursor leads into the caller's own rows.
 */
const place = z.strictObject({
  section: z.enum(EXPORT_SECTIONS),
  after: z.optional(z.string().check(z.regex(/^[\w:#.-]{1,200}$/))),
});
export type Place = z.infer<typeof place>;

/** @throws LatchkeyError invalid_request for a cursor that no page returned */
export function readCursor(cursor: string | undefined): Place {
  if (cursor === undefined) return { section: EXPORT_SECTIONS[0] };
  try {
    return place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch (cause) {
    const fields = [{ field: "cursor", message: "Must be the `next_cursor` of the previous page" }];
    throw new LatchkeyError("invalid_request", { fields, cause });
  }
}

export function writeCursor(at: Place): string {
  return Buffer.from(JSON.stringify(at)).toString("base64url");
}

/** The beginning of the next section. Undefined after the last one. */
export function nextSectionStart(section: Section): Place | undefined {
  const next = EXPORT_SECTIONS[EXPORT_SECTIONS.indexOf(section) + 1];
  return next && { section: next };
}
