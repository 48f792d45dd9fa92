import { Button, Group, Text } from "@mantine/core";
import { useAction } from "../../api/use-action.ts";
import { type Config, useProviderNames } from "../../components/providers.ts";
import { tell } from "../../components/toast.ts";

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeZone: "UTC" });

/**
 * The last day of a key's model, if it has one, and a button to switch to the successor that the provider recommends.
 */
export function ModelEnd({ config }: { config: Config }) {
  const { provider, model_name, model_ends_on: day, model_successor: successor } = config;
  const name = useProviderNames()(provider);
  const change = useAction("patchConfig", {
    refreshes: ["listConfigs", "getConfig"],
    onDone: (saved) => tell(`${name} answers with ${saved.model_name} from now on.`),
  });
  if (day === null) return null;
  const isOver = Date.parse(day) <= Date.now();
  return (
    <>
      <Text size="sm" mb="sm" c={isOver ? "red" : undefined}>
        {/* A model may outlive its date: Anthropic says that a date in the past means the retirement is overdue. */}
        {name} {isOver ? `has announced the end of ${model_name} for` : `ends ${model_name} on`}{" "}
        {DAY.format(new Date(day))}.
        {successor === null ? " Choose another model in the settings." : ` It recommends ${successor}.`}
      </Text>
      {successor !== null && (
        <Group mb="sm">
          <Button
            size="xs"
            variant="default"
            loading={change.isPending}
            onClick={() => change.mutate({ params: { provider }, body: { modelName: successor } })}
          >
            Use {successor}
          </Button>
        </Group>
      )}
    </>
  );
}
