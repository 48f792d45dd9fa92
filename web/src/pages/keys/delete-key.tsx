import { Text } from "@mantine/core";
import { useAction } from "../../api/use-action.ts";
import { useApi } from "../../api/use-api.ts";
import AreYouSure from "../../components/are-you-sure.tsx";
import { type Config, useProviderNames } from "../../components/providers.ts";
import { tell } from "../../components/toast.ts";

type Props = { config: Config; opened: boolean; onClose: () => void; onDeleted: () => void };

/** Names the agents that lose their key before the key is deleted. */
export default function DeleteKey({ config, opened, onClose, onDeleted }: Props) {
  const { provider, is_default } = config;
  const name = useProviderNames()(provider);
  const agents = useApi("listAgents", {}, { enabled: opened });
  const remove = useAction("deleteConfig", {
    refreshes: ["listConfigs"],
    onDone: () => {
      tell(`The key of ${name} is deleted.`);
      onClose();
      onDeleted();
    },
  });
  const using = (agents.data?.agents ?? []).filter(
    (agent) => (agent.provider ?? (is_default && provider)) === provider,
  );
  return (
    <AreYouSure
      deletes
      opened={opened}
      onClose={onClose}
      title={`Delete the key of ${name}?`}
      action="Delete key"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ params: { provider } })}
    >
      <Text size="sm">It is deleted here for good. {name} still accepts it until you delete it there too.</Text>
      {using.length > 0 && (
        <>
          <Text size="sm" mt="sm">
            {using.length === 1 ? "One agent answers" : `${using.length} agents answer`} with it:
          </Text>
          <Text size="sm" component="ul" my={4} pl="md">
            {using.slice(0, 5).map((agent) => (
              <li key={agent.id}>{agent.name}</li>
            ))}
            {using.length > 5 && <li>and {using.length - 5} more</li>}
          </Text>
          <Text size="sm">
            {is_default
              ? "Agents without a provider of their own switch to your oldest other key. If you have none, their mails wait for you."
              : "Mails to an agent with this provider wait until you add a key again."}
          </Text>
        </>
      )}
    </AreYouSure>
  );
}
