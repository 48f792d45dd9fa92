import { Checkbox, NativeSelect, Radio, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { required } from "../../components/form/checks.ts";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { Loaded } from "../../components/loaded.tsx";
import { type ProviderFacts, useProviders } from "../../components/providers.ts";
import { FormSection } from "../../components/section.tsx";
import type { Agent } from "./agent-badge.tsx";
import { createAgentSaver } from "./save-agent.ts";

const DIGEST = "It answers nobody, keeps its mails, and sends you one summary a day. Here you say what to look for.";

/** A select has no value for "none of them". */
const NONE = "";

type Props = { agent: Agent; providers: ProviderFacts[] };

export function AnswersForm({ agent }: Pick<Props, "agent">) {
  return <Loaded query={useProviders()}>{({ providers }) => <LoadedForm {...{ agent, providers }} />}</Loaded>;
}

function LoadedForm({ agent, providers }: Props) {
  const choices = providers.map(({ id, name }) => ({ value: id, label: name }));
  const providerOf = (value: string) => providers.find(({ id }) => id === value)?.id ?? null;
  const { send, onDone } = createAgentSaver(agent.id);
  const answers = agent.type !== "email_digest";
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      name: agent.name,
      instructions: agent.instructions,
      mode: agent.mode,
      provider: agent.provider ?? NONE,
      fallbackProvider: agent.fallback_provider ?? NONE,
      quoteOriginal: agent.quote_original,
    },
    validate: ({ name }) => ({ name: required(name, "a name") }),
    send: ({ provider, fallbackProvider, ...values }) =>
      send({ ...values, provider: providerOf(provider), fallbackProvider: providerOf(fallbackProvider) }),
    onDone,
  });
  return (
    <FormSection
      title={answers ? "Answers" : "Summary"}
      text={answers ? "The agent's instructions, and what happens to its answers." : DIGEST}
      save={answers ? "Save answers" : "Save summary"}
      {...{ submit, pending, problem }}
    >
      <TextInput label="Name" maxLength={80} key={form.key("name")} {...form.getInputProps("name")} />
      <Textarea
        label="Instructions"
        description="Who it is, what it knows, how it writes. People who write to it do not see this."
        placeholder="You answer for the bakery Morning Star. We are open from 6 to 14, and closed on Mondays."
        autosize
        minRows={4}
        maxRows={20}
        maxLength={8_000}
        key={form.key("instructions")}
        {...form.getInputProps("instructions")}
      />
      {answers && (
        <Radio.Group label="When an answer is ready" key={form.key("mode")} {...form.getInputProps("mode")}>
          <Stack gap="xs" mt="xs">
            <Radio value="auto_reply" label="Send it at once" />
            <Radio value="draft" label="Keep it as a draft until I approve it" />
          </Stack>
        </Radio.Group>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect
          label="Key"
          description="The key that pays for its answers."
          data={[{ value: NONE, label: "My default key" }, ...choices]}
          key={form.key("provider")}
          {...form.getInputProps("provider")}
        />
        <NativeSelect
          label="Fallback key"
          description="Used when the first provider is down, too busy, or lacks the model."
          data={[{ value: NONE, label: "None" }, ...choices]}
          key={form.key("fallbackProvider")}
          {...form.getInputProps("fallbackProvider")}
        />
      </SimpleGrid>
      {answers && (
        <Checkbox
          label="Repeat the mail below the answer"
          key={form.key("quoteOriginal")}
          {...form.getInputProps("quoteOriginal", { type: "checkbox" })}
        />
      )}
    </FormSection>
  );
}
