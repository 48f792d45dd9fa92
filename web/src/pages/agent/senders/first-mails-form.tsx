import { Checkbox } from "@mantine/core";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { FormSection } from "../../../components/section.tsx";
import type { Agent } from "../agent-badge.tsx";
import { createAgentSaver } from "../save-agent.ts";

/** Whether the owner sees the first answer to somebody before it goes out. */
export function FirstMailsForm({ agent }: { agent: Agent }) {
  const { send, onDone } = createAgentSaver(agent.id);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { draftFirstMails: agent.draft_first_mails },
    send,
    onDone,
  });
  return (
    <FormSection
      title="First-time senders"
      text="Somebody is new until you have sent an answer of this agent to them. After that, their mails are answered without you."
      save="Save first-time senders"
      {...{ submit, pending, problem }}
    >
      <Checkbox
        label="Show me the first answer to a new sender as a draft"
        key={form.key("draftFirstMails")}
        {...form.getInputProps("draftFirstMails", { type: "checkbox" })}
      />
    </FormSection>
  );
}
