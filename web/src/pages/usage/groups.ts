import type { Answer, Query } from "../../api/types.ts";
import { useApi } from "../../api/use-api.ts";
import { useProviders } from "../../components/providers.ts";

export type Grouping = NonNullable<Query<"getUsage">["group_by"]>;
export type Numbers = Answer<"getUsage">["total"];
export type UsageGroup = Answer<"getUsage">["groups"][number];

export const GROUPINGS: readonly { value: Grouping; label: string }[] = [
  { value: "day", label: "Day" },
  { value: "agent", label: "Agent" },
  { value: "provider", label: "Provider" },
  { value: "model", label: "Model" },
  { value: "payer", label: "Payer" },
];

export function isGrouping(value: string): value is Grouping {
  return GROUPINGS.some((grouping) => grouping.value === value);
}

/** The display name of a group's key. A deleted agent has only its id. */
export function useNames(grouping: Grouping): (key: string) => string {
  const agents = useApi("listAgents", {}, { enabled: grouping === "agent" });
  const providers = useProviders();
  const names = new Map(agents.data?.agents.map(({ id, name }) => [id, name]));
  return (key) => {
    if (grouping === "agent") return names.get(key) ?? `Deleted agent ${key.slice(0, 6)}`;
    if (grouping === "payer") return key === "owner" ? "Your keys" : "The platform's key";
    const provider = providers.data?.providers.find(({ id }) => id === key);
    return grouping === "provider" && provider ? provider.name : key;
  };
}
