import { SimpleGrid } from "@mantine/core";
import { number } from "../../components/form/checks.ts";
import { NumberField } from "../../components/form/number-field.tsx";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import { Warnings } from "../../components/warnings.tsx";
import type { Agent } from "./agent-badge.tsx";
import { createAgentSaver } from "./save-agent.ts";

/** The same bounds as the API's. */
const BOUNDS = {
  maxMailsPerDay: { min: 1, max: 10_000 },
  maxUsdPerDay: { min: 0.01, max: 100_000 },
  maxRepliesPerCorrespondentPerHour: { min: 1, max: 60 },
  maxRepliesPerCorrespondentPerDay: { min: 1, max: 200 },
  maxRepliesPerDomainPerHour: { min: 1, max: 600 },
} as const;

const MAILS = { name: "maxMailsPerDay", label: "Mails a day" } as const;
const PER_CORRESPONDENT = [
  { name: "maxRepliesPerCorrespondentPerHour", label: "Answers an hour to one person" },
  { name: "maxRepliesPerCorrespondentPerDay", label: "Answers a day to one person" },
  {
    name: "maxRepliesPerDomainPerHour",
    label: "Answers an hour to one domain",
    description: "Does not apply to mailbox providers such as gmail.com.",
  },
] as const;
const LIMITS = [MAILS, ...PER_CORRESPONDENT];

/** The agent's limits. A mail above a limit is held for its owner; none is lost. */
export default function LimitsForm({ agent }: { agent: Agent }) {
  const { send, onDone } = createAgentSaver(agent.id);
  const answers = agent.type !== "email_digest";
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      maxMailsPerDay: agent.max_mails_per_day,
      maxUsdPerDay: agent.max_usd_per_day ?? "",
      maxRepliesPerCorrespondentPerHour: agent.max_replies_per_correspondent_per_hour,
      maxRepliesPerCorrespondentPerDay: agent.max_replies_per_correspondent_per_day,
      maxRepliesPerDomainPerHour: agent.max_replies_per_domain_per_hour,
    },
    validate: ({ maxUsdPerDay, ...limits }) => ({
      ...Object.fromEntries(LIMITS.map(({ name }) => [name, number(limits[name], BOUNDS[name])])),
      maxUsdPerDay: number(maxUsdPerDay, BOUNDS.maxUsdPerDay, "may be empty"),
    }),
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
        {answers && <NumberField form={form} {...MAILS} />}
        <NumberField
          form={form}
          name="maxUsdPerDay"
          label="US dollars a day"
          placeholder="No limit"
          prefix="$"
          digits={2}
        />
        {answers && PER_CORRESPONDENT.map((limit) => <NumberField key={limit.name} form={form} {...limit} />)}
      </SimpleGrid>
      <Warnings of={agent.warnings} />
    </FormSection>
  );
}
