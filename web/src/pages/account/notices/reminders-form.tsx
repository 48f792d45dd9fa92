import { Checkbox, NativeSelect, Radio, SimpleGrid, Stack } from "@mantine/core";
import { useState } from "react";
import { call } from "../../../api/call.ts";
import { refresh } from "../../../api/query-client.ts";
import type { Answer } from "../../../api/types.ts";
import { useApi } from "../../../api/use-api.ts";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { Loaded } from "../../../components/loaded.tsx";
import { FormSection } from "../../../components/section.tsx";
import { tell } from "../../../components/toast.ts";
import { timeZones } from "../../agent/time-zones.ts";
import { RemindersStopped } from "./reminders-stopped.tsx";

type Reminders = Answer<"getReminders">;

const WHEN = [
  { value: "off", label: "Never" },
  { value: "at_once", label: "At once", description: "At most one mail every ten minutes." },
  { value: "hourly", label: "Once an hour" },
  { value: "daily", label: "Once a day" },
] as const;

const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: `${hour}:00` }));

/** How often the owner is told by mail that something waits. */
export default function RemindersForm() {
  return <Loaded query={useApi("getReminders", {})}>{(reminders) => <LoadedForm reminders={reminders} />}</Loaded>;
}

function LoadedForm({ reminders }: { reminders: Reminders }) {
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      when: reminders.when,
      hour: String(reminders.hour),
      timeZone: reminders.when === "off" && reminders.time_zone === "UTC" ? here() : reminders.time_zone,
      withSenders: reminders.with_senders,
    },
    send: ({ hour, ...body }) => call("patchReminders", { body: { ...body, hour: Number(hour) } }),
    onDone: ({ when }) => {
      void refresh("getReminders");
      tell(when === "off" ? "You get no mail about what waits." : "You are told by mail when something waits.");
    },
  });
  const [when, setWhen] = useState(form.getValues().when);
  form.watch("when", ({ value }) => setWhen(value));
  return (
    <FormSection
      title="When something waits for you"
      text={`Latchkey can mail you that drafts and held mails wait: how many, why, and a link. Nothing is sent while nothing new waits.${reminders.address_confirmed ? "" : " Confirm your e-mail address first: until then nothing is sent."}`}
      save="Save"
      {...{ submit, pending, problem }}
    >
      <RemindersStopped reminders={reminders} />
      <Radio.Group label="Mail me" key={form.key("when")} {...form.getInputProps("when")}>
        <Stack gap="xs" mt={6}>
          {WHEN.map((choice) => (
            <Radio key={choice.value} {...choice} />
          ))}
        </Stack>
      </Radio.Group>
      {when === "daily" && (
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <NativeSelect label="At" data={HOURS} key={form.key("hour")} {...form.getInputProps("hour")} />
          <NativeSelect
            label="Time zone"
            data={timeZones(form.getValues().timeZone)}
            key={form.key("timeZone")}
            {...form.getInputProps("timeZone")}
          />
        </SimpleGrid>
      )}
      {when !== "off" && (
        <Checkbox
          label="Show who wrote and the subject"
          description="Without this the mail has numbers and links only, and nothing that a customer wrote."
          key={form.key("withSenders")}
          {...form.getInputProps("withSenders", { type: "checkbox" })}
        />
      )}
    </FormSection>
  );
}

function here(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
