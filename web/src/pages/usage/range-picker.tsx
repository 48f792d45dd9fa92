import { Button, Group, TextInput } from "@mantine/core";

/** UTC days as `YYYY-MM-DD`, both included. */
export type Range = { from: string; to: string };

const DAY_MS = 24 * 60 * 60_000;
const PRESETS = [7, 30, 90] as const;

export function lastDays(days: number, now = new Date()): Range {
  return { from: dayOf(now.getTime() - (days - 1) * DAY_MS), to: dayOf(now.getTime()) };
}

function thisMonth(): Range {
  const today = dayOf(Date.now());
  return { from: `${today.slice(0, 7)}-01`, to: today };
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** Every day of the range, oldest first. */
export function daysOf({ from, to }: Range): string[] {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1;
  return Array.from({ length: Math.max(days, 0) }, (_, day) => dayOf(Date.parse(from) + day * DAY_MS));
}

export function RangePicker({ range, onChange }: { range: Range; onChange: (range: Range) => void }) {
  const presets = [
    { label: "This month", range: thisMonth() },
    ...PRESETS.map((days) => ({ label: `${days} days`, range: lastDays(days) })),
  ];
  const isSame = (other: Range) => other.from === range.from && other.to === range.to;
  return (
    <Group gap="xs" role="group" aria-label="Days">
      <Group gap={6}>
        {presets.map(({ label, range: preset }) => (
          <Button
            key={label}
            px={10}
            variant={isSame(preset) ? "light" : "default"}
            aria-pressed={isSame(preset)}
            onClick={() => onChange(preset)}
          >
            {label}
          </Button>
        ))}
      </Group>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          type="date"
          aria-label="From"
          value={range.from}
          max={range.to}
          required
          onChange={({ currentTarget: { value } }) => {
            if (value !== "" && value <= range.to) onChange({ ...range, from: value });
          }}
        />
        <TextInput
          type="date"
          aria-label="To"
          value={range.to}
          min={range.from}
          required
          onChange={({ currentTarget: { value } }) => {
            if (value >= range.from) onChange({ ...range, to: value });
          }}
        />
      </Group>
    </Group>
  );
}
