import { readFileSync } from "node:fs";
import * as z from "zod";
import { readable } from "../../infra/template.ts";

/** A metric of a graph: namespace, name, dimensions in pairs, and how it is shown; or a formula. */
const options = z.looseObject({
  label: z.string().optional(),
  stat: z.string().optional(),
  expression: z.string().optional(),
});
const metric = z.array(z.union([z.string(), options]));

const widget = z.object({
  type: z.enum(["text", "alarm", "metric", "log"]),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  properties: z.looseObject({
    title: z.string().optional(),
    markdown: z.string().optional(),
    view: z.string().optional(),
    metrics: z.array(metric).default([]),
    alarms: z.array(z.string()).default([]),
    query: z.string().optional(),
  }),
});
export type Widget = z.infer<typeof widget>;

/** `own`: written by our functions, and so measured here too. */
export type Series = { own: boolean; name: string; dimensions: string[]; stat: string; label: string };

const template = z.object({
  Resources: z.record(z.string(), z.object({ Type: z.string(), Properties: z.json().optional() })),
});

/** The widgets of the dashboard in the template that `npm run synth` made. */
export function readWidgets(): Widget[] {
  const { Resources } = template.parse(JSON.parse(readFileSync("cdk.out/Latchkey.template.json", "utf8")));
  const found = Object.values(Resources).find(({ Type }) => Type === "AWS::CloudWatch::Dashboard");
  const { DashboardBody } = z.looseObject({ DashboardBody: z.unknown() }).parse(found?.Properties);
  return z.object({ widgets: z.array(widget) }).parse(JSON.parse(readable(DashboardBody))).widgets;
}

/** What a widget draws. CloudWatch lets a metric repeat the one before it by `.` and `...`. */
export function seriesOf({ properties }: Widget): Series[] {
  let before: string[] = [];
  return properties.metrics.map((parts) => {
    const given = parts.filter((part) => typeof part === "string");
    const words = given.flatMap((word, i) =>
      word === "..."
        ? before.slice(i, before.length - (given.length - i - 1))
        : word === "."
          ? (before[i] ?? "")
          : word,
    );
    before = words;
    const last = options.parse(parts.find((part) => typeof part !== "string") ?? {});
    const [namespace, name = last.expression ?? "", ...dimensions] = words;
    return {
      own: !namespace?.startsWith("AWS/"),
      name,
      dimensions,
      stat: last.stat ?? "Average",
      label: last.label ?? name,
    };
  });
}
