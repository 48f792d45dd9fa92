import * as z from "zod/mini";
import { PAYLOADS } from "../shared/webhooks/event.ts";
import { EVENT_TYPES } from "../shared/webhooks/event-types.ts";
import { WAITS_MS } from "../shared/webhooks/schedule.ts";

/** docs/webhooks.md with its table of events and its schedule made anew. @throws Error where the page has lost a mark */
export function withWebhooks(page: string): string {
  return between(between(page, "events", eventRows()), "schedule", `${WAITS_MS.map(spoken).join(", ")}\n`);
}

function between(page: string, mark: string, text: string): string {
  const begin = `<!-- ${mark} -->\n`;
  const [from, to] = [page.indexOf(begin), page.indexOf(`<!-- /${mark} -->`)];
  if (from < 0 || to < from) throw new Error(`docs/webhooks.md has no ${begin.trim()} with its end`);
  return page.slice(0, from + begin.length) + text + page.slice(to);
}

function eventRows(): string {
  const schemas = new Map<string, z.ZodMiniType>(Object.entries(PAYLOADS));
  const rows = Object.entries(EVENT_TYPES).map(
    ([name, words]) => `| \`${name}\` | ${words} | ${fieldsOf(schemas.get(name))} |\n`,
  );
  return ["| event | when | `data` |\n", "|---|---|---|\n", ...rows].join("");
}

const dataOf = z.object({
  properties: z.object({ data: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
});

function fieldsOf(schema: z.ZodMiniType | undefined): string {
  if (schema === undefined) return "";
  const { properties } = dataOf.parse(z.toJSONSchema(schema)).properties.data;
  return Object.keys(properties)
    .map((field) => `\`${field}\``)
    .join(", ");
}

const UNITS = [
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1_000],
] as const;

function spoken(ms: number): string {
  const [unit, length] = UNITS.find(([, length]) => ms >= length) ?? UNITS[2];
  const count = ms / length;
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}
