import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import type { Body } from "../../api/types.ts";
import { tell } from "../../components/toast.ts";
import type { Agent } from "./agent-badge.tsx";

/** Shared by every form of the page: saves this agent and shows the saved values. */
export function createAgentSaver(id: string) {
  return {
    send: (body: Body<"patchAgent">) => call("patchAgent", { params: { id }, body }),
    onDone: ({ name }: Agent) => {
      void refresh("getAgent", "listAgents");
      tell(`${name} is saved.`);
    },
  };
}
