import { useDebouncedValue } from "@mantine/hooks";
import { useApi } from "../../../api/use-api.ts";

/** Long enough that a word typed in one go is asked about once. */
const PAUSE_MS = 400;

export type Free = {
  /** As it would stand; undefined while nothing is known about what is in the field now. */
  address: string | undefined;
  isFree: boolean;
  /** Why not, in a sentence. */
  why: string | undefined;
};

const UNKNOWN: Free = { address: undefined, isFree: false, why: undefined };

/** Asks, a moment after the last key, whether what was typed is free. */
export function useFree(typed: string): Free {
  const [asked] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const { data, error } = useApi("checkAddress", { params: { address: asked } }, { enabled: asked !== "" });
  if (asked === "" || asked !== typed.trim()) return UNKNOWN;
  if (error !== null) return { ...UNKNOWN, why: error.message };
  if (data === undefined) return UNKNOWN;
  return { address: data.address, isFree: data.available, why: data.message ?? undefined };
}
