import type * as z from "zod/mini";

/** Enough to correct a request. A request with thousands of unknown fields must not get all of them back. */
const MAX_FIELDS = 20;

/**
 * The form of our field names. Any other name is not repeated, because it may be a key that was pasted in the wrong
 * place.
 */
const FIELD = /^(\d{1,4}|[A-Za-z_]{1,30})$/;

/**
 * Names each invalid field with a sentence. No value of the request is repeated, because it may be a key or a password.
 */
export function fieldsAtFault(issues: z.core.$ZodIssue[]): { field: string; message: string }[] {
  return issues
    .flatMap((issue) => {
      if (issue.code !== "unrecognized_keys") return [{ field: nameOf(issue.path), message: issue.message }];
      return issue.keys.map((key) => ({ field: nameOf([...issue.path, key]), message: "Unknown field" }));
    })
    .slice(0, MAX_FIELDS);
}

function nameOf(path: PropertyKey[]): string {
  return path.map((part) => (FIELD.test(String(part)) ? String(part) : "?")).join(".");
}
