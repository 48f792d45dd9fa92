import * as z from "zod";
import type { Series } from "./widgets.ts";

const line = z.looseObject({
  _aws: z.object({
    CloudWatchMetrics: z.array(
      z.object({ Dimensions: z.array(z.array(z.string())), Metrics: z.array(z.object({ Name: z.string() })) }),
    ),
  }),
});

/** The values that CloudWatch would take out of the lines of a log, by metric and dimensions. */
export function measuredIn(logs: string[]): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const text of logs.filter((it) => it.includes('"_aws"'))) {
    const fields = line.parse(JSON.parse(text.slice(text.indexOf("{"))));
    for (const { Dimensions, Metrics } of fields._aws.CloudWatchMetrics) {
      for (const names of Dimensions) {
        for (const { Name } of Metrics) {
          const key = keyOf(
            Name,
            names.flatMap((name) => [name, String(fields[name])]),
          );
          found.set(key, [...(found.get(key) ?? []), z.number().parse(fields[Name])]);
        }
      }
    }
  }
  return found;
}

function keyOf(name: string, dimensions: string[]): string {
  return [name, ...dimensions].join(" ");
}

/** One number as CloudWatch would show it; undefined where nothing was measured. */
export function shownValue({ name, dimensions, stat }: Series, measured: Map<string, number[]>): number | undefined {
  const values = measured.get(keyOf(name, dimensions))?.toSorted((a, b) => a - b);
  if (values === undefined) return undefined;
  if (stat === "Sum") return values.reduce((sum, value) => sum + value, 0);
  const share = /^p(\d+)$/.exec(stat)?.[1];
  return values[Math.ceil((Number(share ?? 100) / 100) * values.length) - 1];
}

/** What `SEARCH` finds: every state and reason that was measured. */
export function outcomesIn(measured: Map<string, number[]>): [label: string, count: number][] {
  return [...measured].flatMap(([key, values]): [string, number][] => {
    const found = /^Outcomes state (\w+) reason (\w+)$/.exec(key);
    return found ? [[`${found[1]} ${found[2]}`, values.length]] : [];
  });
}
