import { TagsInput } from "@mantine/core";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import type { Agent } from "./agent-badge.tsx";
import { saving } from "./save-agent.ts";

/** Whom the agent answers. Separators are what people paste lists with. */
export function WhoForm({ agent }: { agent: Agent }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { answerOnly: agent.answer_only, formDomains: agent.form_domains },
    ...saving(agent.id),
  });
  const tags = {
    splitChars: [",", " ", ";", "\n"],
    acceptValueOnBlur: true,
    clearable: true,
    clearButtonProps: { "aria-label": "Clear" },
  };
  return (
    <FormSection
      title="Whom it answers"
      text="Only senders who are proven to be who they say. Robots, lists and forgeries get no answer, whatever stands here."
      save="Save whom it answers"
      {...{ submit, pending, problem }}
    >
      <TagsInput
        label="Only these"
        description="Addresses or domains, such as carol@customer.example or customer.example. Empty: everybody."
        placeholder="customer.example"
        maxTags={100}
        {...tags}
        key={form.key("answerOnly")}
        {...form.getInputProps("answerOnly")}
      />
      <TagsInput
        label="Domains of your web forms"
        description="A form writes in its own name and puts the asker into Reply-To: for these domains, the answer goes there."
        placeholder="forms.example"
        maxTags={20}
        {...tags}
        key={form.key("formDomains")}
        {...form.getInputProps("formDomains")}
      />
    </FormSection>
  );
}
