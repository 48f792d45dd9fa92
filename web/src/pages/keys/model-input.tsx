import { Autocomplete, type AutocompleteProps, Group, Text } from "@mantine/core";
import type { Answer } from "../../api/types.ts";
import { usd } from "../../components/numbers.tsx";
import type { Provider } from "../../components/providers.ts";
import { useModels } from "./use-models.ts";

type ListedModel = Answer<"listModels">["models"][number];
type Props = { provider: Provider } & Pick<AutocompleteProps, "defaultValue" | "onChange" | "onBlur" | "error">;

/**
 * A model of the provider with its list price. Any other name is accepted, because a list can be older than a model.
 */
export function ModelInput({ provider, ...input }: Props) {
  const { data, models } = useModels(provider);
  const preset = data?.default_model;
  return (
    <Autocomplete
      label="Model"
      description={preset === undefined ? "Leave it empty, and Latchkey chooses one." : `Left empty, it is ${preset}.`}
      data={[...models.keys()]}
      limit={200}
      filter={({ options, search }) => {
        const wanted = search.trim().toLowerCase();
        // The list was opened to choose another model, so it shows all of them.
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
                {facts(model)}
              </Text>
            )}
          </Group>
        );
      }}
      {...input}
    />
  );
}

/** A model's price and last day. */
function facts({ usd_per_million_input: input, usd_per_million_output: output, ends_on }: ListedModel): string {
  const price = input === null || output === null ? "no listed price" : `${usd(input)} in, ${usd(output)} out`;
  return ends_on === null ? price : `${price}, ends ${ends_on}`;
}
