import type { RouteName } from "../../../api/types.ts";

/** What shows an agent's addresses, and whether one is free. */
export const CHANGED: RouteName[] = ["listAddresses", "getAgent", "listAgents", "checkAddress"];
