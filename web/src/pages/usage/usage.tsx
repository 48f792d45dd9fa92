import { Button, Card, Group, SegmentedControl, Stack } from "@mantine/core";
import { ChartNoAxesColumn } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { useApi } from "../../api/use-api.ts";
import { EmptyState } from "../../components/empty-state.tsx";
import { Loaded } from "../../components/loaded.tsx";
import { Loading } from "../../components/loading.tsx";
import { PageHeader } from "../../components/page-header.tsx";
import { paths } from "../../paths.ts";
import { BudgetBar } from "./budget-bar.tsx";
import { ExportButton } from "./export-button.tsx";
import { GROUPINGS, type Grouping, isGrouping, useNames } from "./groups.ts";
import { isMeasure, MEASURES, type Measure } from "./measures.ts";
import { lastDays, RangePicker } from "./range-picker.tsx";
import { Totals } from "./totals.tsx";
import { UsageTable } from "./usage-table.tsx";

// The chart library is larger than the rest of the app.
const UsageChart = lazy(() => import("./usage-chart.tsx"));

/** The use of the owner's keys in a range of days: totals, a chart and a table. */
export default function Usage() {
  const [range, setRange] = useState(() => lastDays(30));
  const [grouping, setGrouping] = useState<Grouping>("day");
  const [measure, setMeasure] = useState<Measure>("cost");
  const query = { ...range, group_by: grouping };
  const usage = useApi("getUsage", { query });
  const nameOf = useNames(grouping);
  return (
    <>
      <PageHeader title="Usage" actions={<ExportButton query={query} />}>
        What your keys were used for, by the providers' own counts and list prices. Days are in UTC.
      </PageHeader>
      <Stack gap="md">
        <BudgetBar />
        <RangePicker range={range} onChange={setRange} />
        <Loaded query={usage}>
          {({ total, groups, from, to }) =>
            total.mails + total.calls_lost === 0 ? (
              <EmptyState
                Icon={ChartNoAxesColumn}
                title="No use in these days"
                action={
                  <Button component={Link} href={paths.agents()} variant="default">
                    Go to your agents
                  </Button>
                }
              >
                Each mail that an agent answers is counted here, with its tokens and its cost.
              </EmptyState>
            ) : (
              <>
                <Totals total={total} />
                <Card component="section" aria-label="By group">
                  <Group mb="md" justify="space-between" gap="xs">
                    <SegmentedControl
                      aria-label="Group by"
                      data={GROUPINGS.map(({ value, label }) => ({ value, label }))}
                      value={grouping}
                      onChange={(value) => {
                        if (isGrouping(value)) setGrouping(value);
                      }}
                    />
                    <SegmentedControl
                      aria-label="Measure"
                      data={Object.entries(MEASURES).map(([value, { label }]) => ({ value, label }))}
                      value={measure}
                      onChange={(value) => {
                        if (isMeasure(value)) setMeasure(value);
                      }}
                    />
                  </Group>
                  <Suspense fallback={<Loading />}>
                    <UsageChart {...{ groups, grouping, measure, nameOf }} range={{ from, to }} />
                  </Suspense>
                  <UsageTable groups={groups} total={total} grouping={grouping} nameOf={nameOf} />
                </Card>
              </>
            )
          }
        </Loaded>
      </Stack>
    </>
  );
}
