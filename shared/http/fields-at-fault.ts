import type * as z from "zod/mini";

/** Enough to mend a request by; a request with thousands of unknown fields must not get them all back. */
const MAX_FIELDS = 20;

/** What a field of ours could be called. Anything else is not repeated: a key in the wrong place is somebody's key still. */
const FIELD = /^(\d{1,4}|[A-Za-z_]{1,30})$/;

/** Names each field at fault with a sentence. No value of the request is repeated: it can be a key or a password. */
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
