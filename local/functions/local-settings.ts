import type { FunctionSpec } from "../template/functions.ts";

/** What only this machine has: name servers in place of the system's. */
export type LocalSettings = { resolvers?: string | undefined };

const CALL_WEBHOOKS = ["webhooks", "webhook-sender"];

/**
 * A function with the settings that no deployed stack has. Webhooks may go to a receiver on this machine by http, so
 * that one can be written and tried without a public address.
 */
export function withLocalSettings(spec: FunctionSpec, { resolvers }: LocalSettings): FunctionSpec {
  if (!CALL_WEBHOOKS.includes(spec.name)) return spec;
  const variables: Record<string, string> = { ...spec.variables, LOCAL_TARGETS: "on" };
  if (resolvers !== undefined) variables["RESOLVERS"] = resolvers;
  return { ...spec, variables };
}
