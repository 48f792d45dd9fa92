import "@mantine/charts/styles.css";
import { BarChart } from "@mantine/charts";
import type { Grouping, UsageGroup } from "./groups.ts";
import { MEASURES, type Measure } from "./measures.ts";
import { daysOf, type Range } from "./range-picker.tsx";

type Props = {
  groups: UsageGroup[];
  grouping: Grouping;
  measure: Measure;
  range: Range;
  nameOf: (key: string) => string;
};

/** More bars than this would be too thin to point at. The table has all of them. */
const MOST_BARS = 12;

/**
 * Loaded on demand, because it brings the chart library. The table below holds the same figures for people who cannot
 * see the chart.
 */
export default function UsageChart({ groups, grouping, measure, range, nameOf }: Props) {
  const { label, series, format } = MEASURES[measure];
  const rows = (grouping === "day" ? fillDays(groups, range) : largest(groups, measure)).map((row) => ({
    ...row,
    name: nameOf(row.name),
  }));
  return (
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
        // Keeps the top axis label inside the chart.
        barChartProps={{ margin: { top: 8 } }}
        maxBarWidth={48}
      />
    </div>
  );
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

/** Adds the days without use. */
function fillDays(groups: UsageGroup[], range: Range): Row[] {
  const known = new Map(groups.map((group) => [group.key, group]));
  return daysOf(range).map((day) => rowOf(day, known.get(day)));
}

function largest(groups: UsageGroup[], measure: Measure): Row[] {
  const size = (row: Row) => (measure === "tokens" ? row.tokens_in + row.tokens_out : row[measure]);
  const rows = groups.map((group) => rowOf(group.key, group));
  return rows.toSorted((a, b) => size(b) - size(a)).slice(0, MOST_BARS);
}
