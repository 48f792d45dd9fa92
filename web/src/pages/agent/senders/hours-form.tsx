import { Checkbox, Collapse, NativeSelect, Radio, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useApiForm } from "../../../components/form/use-api-form.ts";
import { FormSection } from "../../../components/section.tsx";
import type { Agent } from "../agent-badge.tsx";
import { createAgentSaver } from "../save-agent.ts";
import { timeZones } from "../time-zones.ts";
import { DAYS, readDay, readWeek, type Week, writeWeek } from "./hours-text.ts";

const NINE_TO_FIVE: Week = {
  ...{ mon: "09:00-17:00", tue: "09:00-17:00", wed: "09:00-17:00", thu: "09:00-17:00", fri: "09:00-17:00" },
  ...{ sat: "", sun: "" },
};

const OUTSIDE = [
  { value: "hold", label: "Wait", description: "The mail is answered when the hours begin." },
  { value: "draft", label: "Write a draft", description: "The answer is written at once and waits for you." },
  {
    value: "note",
    label: "Send my note, and wait",
    description: "The sender gets your text once until you open again. Their mail is answered when the hours begin.",
  },
] as const;

/** The times at which the agent answers, and what becomes of a mail at other times. */
export function HoursForm({ agent }: { agent: Agent }) {
  const { send, onDone } = createAgentSaver(agent.id);
  const hours = agent.office_hours;
  const [isOn, setOn] = useState(hours !== null);
  const { form, submit, pending, problem } = useApiForm({
    initialValues: {
      ...(hours === null ? NINE_TO_FIVE : writeWeek(hours.ranges)),
      timeZone: hours === null && agent.time_zone === "UTC" ? here() : agent.time_zone,
      holidays: hours?.holidays.join("\n") ?? "",
      outside: hours?.outside ?? "hold",
      note: hours?.note ?? "",
      // A fault that the API finds in the week as a whole.
      officeHours: "",
    },
    validate: (values) => (isOn ? faultsOf(values) : {}),
    send: ({ timeZone, holidays, outside, note, officeHours: _, ...week }) =>
      send(
        isOn
          ? { timeZone, officeHours: { ranges: readWeek(week), holidays: lines(holidays), outside, note } }
          : { officeHours: null },
      ),
    onDone,
  });
  const [outside, setOutside] = useState(form.getValues().outside);
  form.watch("outside", ({ value }) => setOutside(value));
  return (
    <FormSection
      title="Office hours"
      text="Without office hours the agent answers at any time, day and night."
      save="Save office hours"
      {...{ submit, pending, problem }}
    >
      <Checkbox
        label="Answer only during office hours"
        checked={isOn}
        onChange={(event) => setOn(event.currentTarget.checked)}
      />
      <Collapse expanded={isOn}>
        <Stack gap="md">
          <SimpleGrid cols={{ base: 1, sm: 2 }} component="fieldset" style={{ border: 0, padding: 0, margin: 0 }}>
            {DAYS.map(({ day, label }) => (
              <TextInput
                key={form.key(day)}
                label={label}
                placeholder="Closed"
                autoComplete="off"
                {...form.getInputProps(day)}
              />
            ))}
            <NativeSelect
              label="Time zone"
              data={timeZones(form.getValues().timeZone)}
              key={form.key("timeZone")}
              {...form.getInputProps("timeZone")}
            />
          </SimpleGrid>
          <Textarea
            label="Holidays"
            description="Days on which you are closed, one per line, such as 2026-12-25. Several times a day go between commas above: 09:00-12:00, 13:00-17:00. A time such as 22:00-02:00 ends on the next day."
            autosize
            minRows={2}
            maxRows={8}
            key={form.key("holidays")}
            {...form.getInputProps("holidays")}
          />
          <Radio.Group label="At other times" key={form.key("outside")} {...form.getInputProps("outside")}>
            <Stack gap="xs" mt={6}>
              {OUTSIDE.map((choice) => (
                <Radio key={choice.value} {...choice} />
              ))}
            </Stack>
          </Radio.Group>
          <Collapse expanded={outside === "note"}>
            <Textarea
              label="Your note"
              description="It is sent as you write it, without asking the AI. It costs nothing."
              placeholder="Thank you for your mail. We are closed now and answer from nine o'clock on."
              autosize
              minRows={3}
              maxRows={12}
              maxLength={4_000}
              key={form.key("note")}
              {...form.getInputProps("note")}
            />
          </Collapse>
        </Stack>
      </Collapse>
    </FormSection>
  );
}

type Values = Week & { holidays: string; outside: string; note: string };

function faultsOf({ holidays, outside, note, ...week }: Values) {
  const times = DAYS.map(({ day }) => [day, readDay(day, week[day]) ? undefined : "Enter times such as 09:00-17:00."]);
  const noDay = readWeek(week).length === 0 ? { mon: "Open at least once a week, or switch office hours off." } : {};
  const wrong = lines(holidays).find((line) => !/^\d{4}-\d{2}-\d{2}$/.test(line));
  return {
    ...noDay,
    ...Object.fromEntries(times.filter(([, fault]) => fault !== undefined)),
    ...(wrong !== undefined && { holidays: `"${wrong}" is no date such as 2026-12-25.` }),
    ...(outside === "note" && note.trim() === "" && { note: "Enter the text that the sender gets." }),
  };
}

function lines(text: string): string[] {
  return text.split(/[\s,;]+/).filter((line) => line !== "");
}

function here(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
