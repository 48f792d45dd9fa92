import { NativeSelect, SimpleGrid } from "@mantine/core";
import { useApiForm } from "../../components/form/use-api-form.ts";
import { FormSection } from "../../components/section.tsx";
import type { Agent } from "./agent-badge.tsx";
import { createAgentSaver } from "./save-agent.ts";
import { timeZones } from "./time-zones.ts";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }));

/** When the day's summary is made. */
export function SummaryForm({ agent }: { agent: Agent }) {
  const { send, onDone } = createAgentSaver(agent.id);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: { summaryHour: String(agent.summary_hour), timeZone: agent.time_zone },
    validate: () => ({}),
    send: ({ summaryHour, timeZone }) => send({ summaryHour: Number(summaryHour), timeZone }),
    onDone,
  });
  return (
    <FormSection
      title="Time of the summary"
      text="It comes within ten minutes after this hour, to the address of your account, on days with mails. A change is for mails from now on."
      save="Save time"
      {...{ submit, pending, problem }}
    >
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <NativeSelect label="Hour" data={HOURS} key={form.key("summaryHour")} {...form.getInputProps("summaryHour")} />
        <NativeSelect
          label="Time zone"
          data={timeZones(agent.time_zone)}
          key={form.key("timeZone")}
          {...form.getInputProps("timeZone")}
        />
      </SimpleGrid>
    </FormSection>
  );
}
