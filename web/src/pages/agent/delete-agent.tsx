import { useLocation } from "wouter";
import { useAction } from "../../api/use-action.ts";
import AreYouSure from "../../components/are-you-sure.tsx";
import { tell } from "../../components/toast.ts";
import { paths } from "../../paths.ts";
import type { Agent } from "./agent-badge.tsx";

type Props = { agent: Agent; opened: boolean; onClose: () => void };

export default function DeleteAgent({ agent, opened, onClose }: Props) {
  const [, navigate] = useLocation();
  const remove = useAction("deleteAgent", {
    refreshes: ["listAgents"],
    onDone: () => {
      tell(`${agent.name} is deleted.`);
      navigate(paths.agents());
    },
  });
  return (
    <AreYouSure
      deletes
      opened={opened}
      onClose={onClose}
      title={`Delete ${agent.name}?`}
      action="Delete agent"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { id: agent.id } })}
    >
      Its addresses ({[agent.address, ...agent.other_addresses.map(({ address }) => address)].join(", ")}) stop working
      at once, and nobody else ever gets them. Mail to them gets no answer. Its conversations and its usage are kept.
    </AreYouSure>
  );
}
