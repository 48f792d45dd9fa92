import type * as z from "zod/mini";
import type { ApiFunction } from "../api/route.ts";
import type { RouteName, Routes, RoutesOf } from "../api/routes.ts";
import type { LatchkeyError } from "../errors.ts";

/** Who the access token belongs to: `id` is its `sub`, and the only source of an owner in the API. */
export type TokenUser = { id: string; username: string };

type Part<N extends RouteName, K extends "params" | "query" | "body"> =
  Routes[N] extends Record<K, infer S extends z.ZodMiniType> ? z.infer<S> : undefined;

/** One request as the route's schemas have read it; what the route does not take is undefined. */
export type ApiRequest<N extends RouteName> = {
  params: Part<N, "params">;
  query: Part<N, "query">;
  body: Part<N, "body">;
  user: Routes[N]["token"] extends "access" ? TokenUser : undefined;
  /** As the browser sent them: `name=value`. */
  cookies: string[];
};

type Extras = { headers?: Record<string, string>; cookies?: string[] };

/** No to a request, where the answer carries more than the error; otherwise a handler throws the LatchkeyError. */
export type Refusal = Extras & { error: LatchkeyError };

type Body<S> = S extends z.ZodMiniType
  ? { body: z.input<S> }
  : S extends null
    ? { body?: never }
    : { body: string | Uint8Array };

type Answers<N extends RouteName> = Routes[N]["answers"];

/** One of the statuses that the route's row lists, with the body that it lists for it. */
export type ApiAnswer<N extends RouteName> =
  | { [S in keyof Answers<N>]: Extras & { status: S } & Body<Answers<N>[S]> }[keyof Answers<N>]
  | Refusal;

/** One handler for every route of a function: a missing one, or a status the table does not list, does not compile. */
export type Handlers<F extends ApiFunction> = {
  [N in RoutesOf<F>]: (request: ApiRequest<N>) => Promise<ApiAnswer<N>>;
};

/** A handler as the dispatcher sees it, which knows only at run time which route it serves. */
export type AnyHandler = (request: {
  params: unknown;
  query: unknown;
  body: unknown;
  user: TokenUser | undefined;
  cookies: string[];
}) => Promise<AnyAnswer>;
export type AnyAnswer = (Extras & { status: number; body?: unknown }) | Refusal;
