import type * as z from "zod/mini";
import type { ApiFunction } from "../api/route.ts";
import type { RouteName, Routes, RoutesOf } from "../api/routes.ts";
import type { LatchkeyError } from "../errors.ts";
import type { TokenGrant } from "../tokens/api-token.ts";
import type { Origin } from "./viewer.ts";

/** The user of a session. `id` is the access token's `sub`, and the API takes an owner from nowhere else. */
export type TokenUser = { id: string; username: string };

/** The user of a session, or of an API token, which may do less: `isOfToken` tells which agents it reaches. */
export type Caller = { id: string; token?: TokenGrant | undefined };

type Part<N extends RouteName, K extends "params" | "query" | "body"> =
  Routes[N] extends Record<K, infer S extends z.ZodMiniType> ? z.infer<S> : undefined;

/** A route that no API token may call has a session's user. */
type UserOf<N extends RouteName> = Routes[N] extends { scope: infer S }
  ? S extends "none"
    ? TokenUser
    : Caller
  : undefined;

/** One request as the route's schemas parsed it. A part that the route does not take is undefined. */
export type ApiRequest<N extends RouteName> = {
  params: Part<N, "params">;
  query: Part<N, "query">;
  body: Part<N, "body">;
  user: UserOf<N>;
  /** As the browser sent them: `name=value`. */
  cookies: string[];
  origin: Origin;
};

type Extras = { headers?: Record<string, string>; cookies?: string[] };

/** A refusal that answers with more than the error. For any other refusal a handler throws the LatchkeyError. */
export type Refusal = Extras & { error: LatchkeyError };

type Body<S> = S extends z.ZodMiniType
  ? { body: z.input<S> }
  : S extends null
    ? { body?: never }
    : { body: string | Uint8Array };

type Answers<N extends RouteName> = Routes[N]["answers"];

/** One of the statuses in the route's row, with the body that the row lists for it. */
export type ApiAnswer<N extends RouteName> =
  | { [S in keyof Answers<N>]: Extras & { status: S } & Body<Answers<N>[S]> }[keyof Answers<N>]
  | Refusal;

/**
 * One handler for every route of a function. A missing handler, or a status that the table does not list, does not
 * compile.
 */
export type Handlers<F extends ApiFunction> = {
  [N in RoutesOf<F>]: (request: ApiRequest<N>) => Promise<ApiAnswer<N>>;
};

/** A handler as the dispatcher sees it. Only at run time does the dispatcher know the route. */
export type AnyHandler = (request: {
  params: unknown;
  query: unknown;
  body: unknown;
  user: TokenUser | Caller | undefined;
  cookies: string[];
  origin: Origin;
}) => Promise<AnyAnswer>;
export type AnyAnswer = (Extras & { status: number; body?: unknown }) | Refusal;
