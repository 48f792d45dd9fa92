import { expect, test } from "vitest";
import * as z from "zod";
import { readable, resourcesOf } from "./template.ts";

const widget = z.object({
  type: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  properties: z.looseObject({ title: z.string().optional(), markdown: z.string().optional() }),
});
const [dashboard, ...others] = resourcesOf("AWS::CloudWatch::Dashboard");
const { widgets } = z
  .object({ widgets: z.array(widget) })
  .parse(JSON.parse(readable(dashboard?.[1].Properties["DashboardBody"])));

test("the one dashboard has the stack's name and asks four questions from top to bottom", () => {
  expect(others).toEqual([]);
  expect(dashboard?.[1].Properties["DashboardName"]).toBe("Latchkey");
  const asked = widgets.flatMap(({ properties }) => properties.markdown ?? []);
  expect(asked).toEqual(["## Is it working?", "## For whom not?", "## Since when?", "## What does it cost?"]);
});

test("its widgets fit on one screen without overlapping", () => {
  const cells = widgets.flatMap(({ x, y, width, height }) =>
    Array.from({ length: width * height }, (_, i) => `${x + (i % width)}/${y + Math.floor(i / width)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(Math.max(...widgets.map(({ x, width }) => x + width))).toBe(24);
  expect(Math.max(...widgets.map(({ y, height }) => y + height))).toBeLessThanOrEqual(28);
});

test("it shows the functions' own metrics, and the 50th, 95th and 99th percentile of the time to a reply", () => {
  const text = JSON.stringify(widgets);
  for (const name of [
    "MailsIn",
    "Outcomes",
    "MailToReply",
    "ProviderErrors",
    "ProviderLatency",
    "ProviderCost",
    "HeldByOperators",
  ]) {
    expect(text).toContain(`"${name}"`);
  }
  for (const percentile of ["p50", "p95", "p99"]) expect(text).toContain(`"${percentile}"`);
});
