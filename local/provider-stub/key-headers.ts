import { REGISTRY } from "../../shared/providers/registry.ts";

/** The headers that may hold a key, in lower case. Anthropic's SDK uses the last one by default. */
export const KEY_HEADERS: readonly string[] = [...new Set([...REGISTRY.map(({ key }) => key.header), "x-api-key"])];

/** The key of a call, whichever header holds it. */
export function keyOf(headers: Record<string, string | string[] | undefined>): string {
  const name = KEY_HEADERS.findLast((each) => headers[each] !== undefined) ?? "";
  return String(headers[name] ?? "").replace(/^Bearer /i, "");
}
