import { Modal } from "@mantine/core";
import { useState } from "react";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { number, required } from "../../components/form/checks.ts";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { NumberField } from "../../components/form/number-field.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { type Config, useProviderNames } from "../../components/providers.ts";
import { tell } from "../../components/toast.ts";
import { ModelInput } from "./model-input.tsx";
import { givenPrice, PriceFields, priceFaults, priceValues } from "./price-fields.tsx";
import { useModels } from "./use-models.ts";

type Props = { config: Config; opened: boolean; onClose: () => void };

export default function SettingsDialog({ config, opened, onClose }: Props) {
  const nameOf = useProviderNames();
  return (
    <Modal opened={opened} onClose={onClose} title={`Settings of ${nameOf(config.provider)}`}>
      <SettingsForm config={config} onDone={onClose} />
    </Modal>
  );
}

/** Settings for how the key is used. The key itself does not change. */
function SettingsForm({ config, onDone }: { config: Config; onDone: () => void }) {
  const { provider } = config;
  const [model, setModel] = useState(config.model_name);
  const { data, models } = useModels(provider);
  // The API refuses a price for a model whose price it knows, even if the model is no longer listed.
  const isUnpriced = data !== undefined && model.trim() !== "" && !models.get(model)?.usd_per_million_input;
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      modelName: config.model_name,
      temperature: config.temperature,
      maxTokens: config.max_tokens,
      ...priceValues(config),
    },
    validate: ({ modelName, temperature, maxTokens, ...price }) => ({
      ...(isUnpriced && priceFaults(price)),
      modelName: required(modelName, "a model"),
      temperature: number(temperature, { min: 0, max: 2 }),
      maxTokens: number(maxTokens, { min: 1, max: 128_000 }),
    }),
    fieldOf: { model_unavailable: "modelName" },
    send: ({ modelName, temperature, maxTokens, ...price }) => {
      const body = { modelName, temperature, maxTokens, ...(isUnpriced && givenPrice(price, config)) };
      return call("patchConfig", { params: { provider }, body });
    },
    onDone: () => {
      void refresh("listConfigs", "getConfig");
      tell("The settings are saved.");
      onDone();
    },
  });
  form.watch("modelName", ({ value }) => setModel(value));
  return (
    <Form submit={submit} problem={problem}>
      <ModelInput provider={provider} key={form.key("modelName")} {...form.getInputProps("modelName")} />
      <NumberField
        form={form}
        name="temperature"
        label="Temperature"
        description="At 0 the answers hardly vary; higher values vary more. It is not sent to models that do not accept it."
        step={0.1}
        digits={2}
      />
      <NumberField
        form={form}
        name="maxTokens"
        label="Longest answer, in tokens"
        description="A token is about three quarters of a word."
      />
      {isUnpriced && <PriceFields form={form} />}
      <DialogButtons submit="Save settings" onCancel={onDone} pending={pending} />
    </Form>
  );
}
