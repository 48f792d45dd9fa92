import type { Provider } from "../providers/registry.ts";
import type { Config } from "./config.ts";

type Row = Pick<Config, "provider" | "first_saved_at">;

/**
 * The provider for an agent that names none: the stored choice if its row exists, otherwise the oldest row. It is
 * derived from one attribute of one item, so two rows can never both be the default.
 */
export function defaultProvider(stored: Provider | undefined, rows: Row[]): Provider | undefined {
  if (rows.some((row) => row.provider === stored)) return stored;
  return rows.toSorted(compareByAge)[0]?.provider;
}

/** Oldest first. Rows of the same millisecond are sorted by name, so that everyone sees the same order. */
export function compareByAge(a: Row, b: Row): number {
  if (a.first_saved_at !== b.first_saved_at) return a.first_saved_at < b.first_saved_at ? -1 : 1;
  return a.provider < b.provider ? -1 : 1;
}
