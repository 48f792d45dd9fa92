import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import { Group, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { usd, whole } from "../../components/numbers.tsx";
import type { Grouping, UsageGroup } from "./groups.ts";
import { daysOf, type Range } from "./range-picker.tsx";

type Props = { groups: UsageGroup[]; grouping: Grouping; range: Range; nameOf: (key: string) => string };

/** Bars beyond this many are too thin to point at; the table has all of them. */
const MOST_BARS = 12;

const MEASURES = {
  cost: {
    label: "Cost",
    series: [{ name: "cost", label: "Cost", color: "ink.6" }],
    format: usd,
  },
  mails: {
    label: "Mails",
    series: [{ name: "mails", label: "Mails", color: "teal.6" }],
    format: whole,
  },
  tokens: {
    label: "Tokens",
    series: [
      { name: "tokens_in", label: "Tokens in", color: "blue.6" },
      { name: "tokens_out", label: "Tokens out", color: "orange.6" },
    ],
    format: whole,
  },
} as const;
type Measure = keyof typeof MEASURES;

/** Loaded when it is looked at: it brings the chart library. The table below says the same to who cannot see it. */
export default function UsageChart({ groups, grouping, range, nameOf }: Props) {
  const [measure, setMeasure] = useState<Measure>("cost");
  const { label, series, format } = MEASURES[measure];
  const rows = (grouping === "day" ? everyDay(groups, range) : largest(groups, measure)).map((row) => ({
    ...row,
    name: nameOf(row.name),
  }));
  return (
    <>
      <Group justify="flex-end" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label="Measure"
          data={Object.entries(MEASURES).map(([value, { label }]) => ({ value, label }))}
          value={measure}
          onChange={(value) => {
            if (isMeasure(value)) setMeasure(value);
          }}
        />
      </Group>
      <div role="img" aria-label={`${label} as bars; the table below has the figures.`}>
        <BarChart
          h={240}
          data={rows}
          dataKey="name"
          type="stacked"
          series={[...series]}
          valueFormatter={format}
          withLegend={series.length > 1}
          yAxisProps={{ width: 64 }}
          maxBarWidth={48}
        />
      </div>
    </>
  );
}

function isMeasure(value: string): value is Measure {
  return value in MEASURES;
}

type Row = { name: string; cost: number; mails: number; tokens_in: number; tokens_out: number };

function rowOf(name: string, group: UsageGroup | undefined): Row {
  return {
    name,
    cost: group?.cost_usd ?? 0,
    mails: group?.mails ?? 0,
    tokens_in: group?.tokens_in ?? 0,
    tokens_out: group?.tokens_out ?? 0,
  };
}

/** Days without use are days too. */
function everyDay(groups: UsageGroup[], range: Range): Row[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  return daysOf(range).map((day) => rowOf(day, known.get(day)));
}

function largest(groups: UsageGroup[], measure: Measure): Row[] {
  const size = (row: Row) => (measure === "tokens" ? row.tokens_in + row.tokens_out : row[measure]);
  const rows = groups.map((group) => rowOf(group.key, group));
  return rows.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_BARS);
}
