import { Textarea } from "@mantine/core";
import { mailboxesOrDomains } from "../../components/form/checks.ts";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import type { Agent } from "./agent-badge.tsx";
import { createAgentSaver } from "./save-agent.ts";

/**
 * Whom the agent answers. Each list is a text field with one entry a line, so that users can paste a list from
 * anywhere.
 */
export function WhoForm({ agent }: { agent: Agent }) {
  const { send, onDone } = createAgentSaver(agent.id);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { answerOnly: agent.answer_only.join("\n"), formDomains: agent.form_domains.join("\n") },
    validate: ({ answerOnly, formDomains }) => ({
      answerOnly: mailboxesOrDomains(entries(answerOnly)),
      formDomains: mailboxesOrDomains(entries(formDomains)),
    }),
    send: ({ answerOnly, formDomains }) => send({ answerOnly: entries(answerOnly), formDomains: entries(formDomains) }),
    onDone,
  });
  const lines = { autosize: true, minRows: 2, maxRows: 12, spellCheck: false, autoComplete: "off" };
  return (
    <FormSection
      title="Whom it answers"
      text="The agent answers only proven senders. Robots, lists and forgeries get no answer, whatever you enter here."
      save="Save whom it answers"
      {...{ submit, pending, problem }}
    >
      <Textarea
        label="Only these"
        description="Addresses or domains, one per line, such as carol@customer.example or customer.example; *.customer.example is only what lies below it. Leave it empty to answer everybody. A mailbox provider's domain, such as gmail.com, includes everybody with an address there."
        placeholder="customer.example"
        {...lines}
        key={form.key("answerOnly")}
        {...form.getInputProps("answerOnly")}
      />
      <Textarea
        label="Domains whose mails may name another address"
        description="One per line: the domains of your web forms, which put the person who asks into Reply-To, and of organisations whose people name a colleague there. The answer then goes to that address. A mail from any other domain that names another address waits for you."
        placeholder="forms.example"
        {...lines}
        key={form.key("formDomains")}
        {...form.getInputProps("formDomains")}
      />
    </FormSection>
  );
}

/** Splits the list at any separator that people use. */
function entries(text: string): string[] {
  return text.split(/[\s,;]+/).filter((entry) => entry !== "");
}
