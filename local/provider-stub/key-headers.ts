import { REGISTRY } from "../../shared/providers/registry.ts";

/** Where a key can stand, in lower case; Anthropic's SDK by itself uses the last. */
export const KEY_HEADERS: readonly string[] = [...new Set([...REGISTRY.map(({ key }) => key.header), "x-api-key"])];

/** The key of a call, wherever it stands. */
export function keyOf(headers: Record<string, string | string[] | undefined>): string {
  const name = KEY_HEADERS.findLast((each) => headers[each] !== undefined) ?? "";
  return String(headers[name] ?? "").replace(/^Bearer /i, "");
}
