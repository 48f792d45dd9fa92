import type * as z from "zod/mini";
import type { RouteName, Routes } from "../../../shared/api/routes.ts";

/**
 * Types of what a caller sends to a route and receives from it, inferred from the schemas of shared/api/routes.ts. A
 * field that is renamed there does not compile here.
 */
export type Body<N extends RouteName> = Routes[N] extends { body: infer S extends z.ZodMiniType } ? z.input<S> : never;
export type Query<N extends RouteName> = Routes[N] extends { query: infer S extends z.ZodMiniType }
  ? z.input<S>
  : never;
type Params<N extends RouteName> = Routes[N] extends { params: infer S extends z.ZodMiniType } ? z.input<S> : never;

type AnswerOf<S> = S extends z.ZodMiniType ? z.output<S> : S extends string ? string : null;
type Answers<N extends RouteName> = Routes[N]["answers"];

/** The body of a success. If a route has several, their fields tell them apart. */
export type Answer<N extends RouteName> = { [S in keyof Answers<N>]: AnswerOf<Answers<N>[S]> }[keyof Answers<N>];

type Given<Key extends string, Value> = [Value] extends [never]
  ? unknown
  : Record<string, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** Everything that one call needs. A route that takes no input takes `{}`. */
export type Input<N extends RouteName> = object &
  Given<"body", Body<N>> &
  Given<"query", Query<N>> &
  Given<"params", Params<N>>;

export type { RouteName };
