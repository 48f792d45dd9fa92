import type * as z from "zod/mini";
import type { RouteName, Routes } from "../../../shared/api/routes.ts";

/**
 * What a caller gives to a route and gets from it, read from the schemas of shared/api/routes.ts. A field that is renamed
 * there does not compile here.
 */
export type Body<N extends RouteName> = Routes[N] extends { body: infer S extends z.ZodMiniType } ? z.input<S> : never;
export type Query<N extends RouteName> = Routes[N] extends { query: infer S extends z.ZodMiniType }
  ? z.input<S>
  : never;
export type Params<N extends RouteName> = Routes[N] extends { params: infer S extends z.ZodMiniType }
  ? z.input<S>
  : never;

type AnswerOf<S> = S extends z.ZodMiniType ? z.output<S> : S extends string ? string : null;
type Answers<N extends RouteName> = Routes[N]["answers"];

/** The body of a success; where a route has several, they are told apart by their fields. */
export type Answer<N extends RouteName> = { [S in keyof Answers<N>]: AnswerOf<Answers<N>[S]> }[keyof Answers<N>];

type Given<Key extends string, Value> = [Value] extends [never]
  ? unknown
  : Record<string, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** All that one call needs; a route that takes nothing takes `{}`. */
export type Input<N extends RouteName> = object &
  Given<"body", Body<N>> &
  Given<"query", Query<N>> &
  Given<"params", Params<N>>;

export type { RouteName };
