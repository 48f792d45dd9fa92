import { Select } from "@mantine/core";
import { refresh } from "../../api/query-client.ts";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import { Section } from "../../components/section.tsx";
import { tell } from "../../components/toast.ts";
import type { Domain } from "./domain-state.tsx";

/** Which agent gets the mails to addresses that no agent has. */
export function CatchAll({ row: { domain, catch_all_agent } }: { row: Domain }) {
  const agents = useApi("listAgents", {});
  const patch = useAction("patchDomain", {
    onDone: () => {
      void refresh("getDomain");
      tell("Saved.");
    },
  });
  const rows = agents.data?.agents ?? [];
  return (
    <Section
      title="All other addresses"
      text="Mail to an address of the domain that no agent has goes to nobody, or to an agent that you choose."
    >
      <Select
        label="Who gets it"
        maw={360}
        data={[{ value: "", label: "Nobody" }, ...rows.map(({ id, name }) => ({ value: id, label: name }))]}
        value={catch_all_agent ?? ""}
        allowDeselect={false}
        disabled={patch.isPending}
        onChange={(id) => patch.mutate({ params: { domain }, body: { catchAllAgent: id || null } })}
      />
    </Section>
  );
}
