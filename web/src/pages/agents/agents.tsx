import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { Bot, Plus } from "lucide-react";
import { useApi } from "../../api/use-api.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { later } from "../../components/later.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { AgentTable } from "./agent-table.tsx";

const CreateAgent = later(() => import("./create-agent.tsx"));

export default function Agents() {
  const agents = useApi("listAgents", {});
  const [creating, { open, close }] = useDisclosure();
  const create = (
    <Button leftSection={<Plus size={16} aria-hidden />} onClick={open}>
      Create agent
    </Button>
  );
  return (
    <>
      <PageHeader title="Agents" actions={agents.data?.agents.length === 0 ? undefined : create}>
        Each agent has an e-mail address and answers the mail that arrives there.
      </PageHeader>
      <Loaded query={agents}>
        {({ agents }) =>
          agents.length === 0 ? (
            <EmptyState Icon={Bot} title="No agent yet" action={create}>
              Give the agent a name, and it gets an e-mail address. Then tell it how to answer.
            </EmptyState>
          ) : (
            <AgentTable agents={agents} />
          )
        }
      </Loaded>
      <CreateAgent opened={creating} onClose={close} />
    </>
  );
}
