import type * as z from "zod/mini";

/** A table of a JSON body: the field that holds its rows, and the fields of each row. */
export type CsvTable = { rows: string; columns: readonly string[]; filename: string };

/** One HTTP route. Infra, the functions, the OpenAPI file and the isolation tests are all made from these. */
export type Route = {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** API Gateway's form: `/api/things/{id}`. */
  path: `/api/${string}`;
  /** The folder under functions/ that serves it. */
  fn: "auth" | "ai-config" | "agents" | "mailboxes" | "conversations" | "usage" | "account" | "openapi";
  /** `access` is the default for anything new; `none` must be written out and is listed in a test. */
  token: "access" | "none";
  /** Set if the session is in the refresh cookie. */
  refreshCookie?: "required" | "optional";
  summary: string;
  params?: z.ZodMiniType;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  /** Set if a client may ask for `text/csv`: which field of the JSON body has the rows. */
  csv?: CsvTable;
  /** Set if the whole body may be omitted. */
  bodyOptional?: true;
  /** Status to schema of the JSON body; null for no body, a media type for a body that is not JSON. */
  answers: Record<number, z.ZodMiniType | null | `${string}/${string}`>;
};

export type ApiFunction = Route["fn"];
