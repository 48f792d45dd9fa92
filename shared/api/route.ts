import type * as z from "zod/mini";
import type { Scope } from "../tokens/scopes.ts";

/** A table of a JSON body: the field that holds its rows, and the fields of each row. */
export type CsvTable = { rows: string; columns: readonly string[]; filename: string };

/**
 * Who may call a route. A new row must say each of these, so that nothing is open to a token by being forgotten.
 *
 * `token`: `access` is the default for anything new; `none` must be written out and is listed in a test.
 * `scope`: what an API token must be allowed to do. `none`: no API token will do, and Cognito's own authorizer stands
 * before the route.
 * `boundTokens`: how a token that is bound to certain agents is kept to them. `path`: `{id}` is an agent, and any other
 * agent is absent. `handler`: the handler leaves out what is of other agents (`isOfToken`). `refused`: the route is not
 * about single agents.
 */
type Access =
  | { token: "none"; scope?: never; boundTokens?: never }
  | { token: "access"; scope: "none"; boundTokens?: never }
  | { token: "access"; scope: Scope; boundTokens: "path" | "handler" | "refused" };

/**
 * What an Idempotency-Key does at a POST. `replay`: a repetition gets the stored answer. `once`: the answer shows a
 * secret, which is never stored, so a repetition is told that it was done. `free`: the header is ignored, because a
 * repetition does no harm or the route has no user yet.
 */
type Repeat =
  | { method: "POST"; repeat: "replay" | "once" | "free" }
  | { method: "GET" | "PATCH" | "DELETE"; repeat?: never };

/** One HTTP route. Infra, the functions, the OpenAPI file and the isolation tests are all made from these. */
export type Route = Access & Repeat & RouteParts;

type RouteParts = {
  /** API Gateway's form: `/api/things/{id}`. */
  path: `/api/${string}`;
  /** The folder under functions/ that serves it. */
  fn: "auth" | "ai-config" | "agents" | "conversations" | "usage" | "account" | "tokens" | "openapi";
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
