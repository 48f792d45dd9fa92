import { NumberInput, SimpleGrid } from "@mantine/core";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import type { Agent } from "./agent-badge.tsx";
import { saving } from "./save-agent.ts";

/** What bounds the agent; a mail above a limit is held for its owner, and none is lost. */
export function LimitsForm({ agent }: { agent: Agent }) {
  const { send, onDone } = saving(agent.id);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      maxMailsPerDay: agent.max_mails_per_day,
      maxUsdPerDay: agent.max_usd_per_day ?? "",
      maxRepliesPerCorrespondentPerHour: agent.max_replies_per_correspondent_per_hour,
      maxRepliesPerCorrespondentPerDay: agent.max_replies_per_correspondent_per_day,
      maxRepliesPerDomainPerHour: agent.max_replies_per_domain_per_hour,
    },
    send: ({ maxUsdPerDay, ...limits }) =>
      send({ ...limits, maxUsdPerDay: maxUsdPerDay === "" ? null : Number(maxUsdPerDay) }),
    onDone,
  });
  return (
    <FormSection
      title="Limits"
      text="A mail above a limit is held for you. Days are counted in UTC."
      save="Save limits"
      {...{ submit, pending, problem }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NumberInput
          label="Mails a day"
          min={1}
          max={10_000}
          allowDecimal={false}
          thousandSeparator=","
          key={form.key("maxMailsPerDay")}
          {...form.getInputProps("maxMailsPerDay")}
        />
        <NumberInput
          label="US dollars a day"
          placeholder="No limit"
          prefix="$"
          min={0.01}
          decimalScale={2}
          key={form.key("maxUsdPerDay")}
          {...form.getInputProps("maxUsdPerDay")}
        />
        <NumberInput
          label="Answers an hour to one person"
          min={1}
          max={60}
          allowDecimal={false}
          key={form.key("maxRepliesPerCorrespondentPerHour")}
          {...form.getInputProps("maxRepliesPerCorrespondentPerHour")}
        />
        <NumberInput
          label="Answers a day to one person"
          min={1}
          max={200}
          allowDecimal={false}
          key={form.key("maxRepliesPerCorrespondentPerDay")}
          {...form.getInputProps("maxRepliesPerCorrespondentPerDay")}
        />
        <NumberInput
          label="Answers an hour to one domain"
          description="Not for mailboxes such as gmail.com."
          min={1}
          max={600}
          allowDecimal={false}
          key={form.key("maxRepliesPerDomainPerHour")}
          {...form.getInputProps("maxRepliesPerDomainPerHour")}
        />
      </SimpleGrid>
    </FormSection>
  );
}
