import { Autocomplete, type AutocompleteProps, Group, Text } from "@mantine/core";
import { useApi } from "../../api/use-api.ts";
import { usd } from "../../components/numbers.tsx";
import type { Provider } from "../../components/providers.ts";

type Props = { provider: Provider } & Pick<AutocompleteProps, "defaultValue" | "onChange" | "onBlur" | "error">;

/** A model of the provider, with its list price; any other name may be typed, since lists are older than models. */
export function ModelInput({ provider, ...input }: Props) {
  const list = useApi("listModels", { query: { provider } });
  const models = new Map(list.data?.models.map((model) => [model.name, model]));
  const preset = list.data?.default_model;
  return (
    <Autocomplete
      label="Model"
      description={preset === undefined ? "Left empty, we choose one." : `Left empty, it is ${preset}.`}
      data={[...models.keys()]}
      limit={200}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        // Opened to choose another one, it shows them all.
        if (models.has(search)) return options;
        return options.filter((option) => "value" in option && option.value.toLowerCase().includes(wanted));
      }}
      maxDropdownHeight={260}
      autoComplete="off"
      spellCheck={false}
      renderOption={({ option }) => {
        const model = models.get(option.value);
        return (
          <Group justify="space-between" gap="sm" w="100%" wrap="nowrap">
            <Text size="sm" truncate>
              {option.value}
            </Text>
            {model && (
              <Text size="xs" c="dimmed" className="numbers" style={{ whiteSpace: "nowrap" }}>
                {usd(model.usd_per_million_input)} in, {usd(model.usd_per_million_output)} out
              </Text>
            )}
          </Group>
        );
      }}
      {...input}
    />
  );
}
