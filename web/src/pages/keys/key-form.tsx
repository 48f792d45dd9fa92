import { Text } from "@mantine/core";
import { call } from "../../api/call.ts";
import { refresh } from "../../api/query-client.ts";
import { required } from "../../components/form/checks.ts";
import { Secret } from "../../components/form/credentials.tsx";
import { DialogButtons } from "../../components/form/dialog-buttons.tsx";
import { Form } from "../../components/form/form.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import type { Config, ProviderFacts } from "../../components/providers.ts";
import { OutLink } from "../../components/text-link.tsx";
import { tell } from "../../components/toast.ts";
import { useOnOneMachine } from "../../local/on-one-machine.ts";
import { ModelInput } from "./model-input.tsx";
import { savedWords } from "./outcome.ts";

type Props = { provider: ProviderFacts; config?: Config; onDone: () => void };

/** The API checks the key with its provider before it stores it. An error appears at the field that caused it. */
export function KeyForm({ provider: facts, config, onDone }: Props) {
  const { id: provider, name } = facts;
  const local = useOnOneMachine();
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { apiKey: "", modelName: config?.model_name ?? "" },
    validate: ({ apiKey }) => ({ apiKey: required(apiKey, "the key") }),
    fieldOf: {
      ...{ key_rejected: "apiKey", no_credit: "apiKey", lacks_rights: "apiKey", address_blocked: "apiKey" },
      ...{ service_disabled: "apiKey", account_suspended: "apiKey" },
      ...{ model_unavailable: "modelName", verification_needed: "modelName" },
    },
    send: async ({ apiKey, modelName }) => {
      const model = modelName.trim() === "" ? {} : { modelName };
      return config === undefined
        ? call("saveConfig", { body: { provider, apiKey, ...model } })
        : call("patchConfig", { params: { provider }, body: { apiKey, ...model } });
    },
    onDone: (saved) => {
      form.reset();
      void refresh("listConfigs", "getConfig", "listRuns", "getRun", "getAccount", "getAgent");
      tell(savedWords(saved, name));
      onDone();
    },
  });
  return (
    <Form submit={submit} problem={problem}>
      <Secret
        label="Key"
        description={
          <>
            From <OutLink href={facts.keys_page}>{name}'s page of keys</OutLink>. It is stored encrypted and never shown
            again.
          </>
        }
        placeholder={facts.key_looks_like}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        key={form.key("apiKey")}
        {...form.getInputProps("apiKey")}
      />
      {local && (
        <Text size="xs" c="dimmed">
          On this machine <code>{facts.demo_key}</code> is answered by a stub, at no cost.
        </Text>
      )}
      <ModelInput provider={provider} key={form.key("modelName")} {...form.getInputProps("modelName")} />
      <DialogButtons submit="Check and save" onCancel={onDone} pending={pending} />
    </Form>
  );
}
