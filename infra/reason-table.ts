import type { Reason, Resolver } from "../shared/reasons/reason.ts";
import { RUN_REASONS } from "../shared/runs/reasons.ts";

const BEGIN = "<!-- reasons -->";
const END = "<!-- /reasons -->";

const RESOLVED: Record<Resolver, string> = {
  key: "a key works",
  settings: "a key's settings change",
  limits: "a limit is raised",
  domain: "the domain's records are found",
  hours: "office hours begin or are changed",
  day: "the next day begins",
  month: "the next month begins",
};

/**
 * Returns docs/reasons.md with its table written anew. @throws Error when the page has lost the marks around the table
 */
export function withReasons(page: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`docs/reasons.md has no ${BEGIN} and ${END} around its table`);
  return `${page.slice(0, begin + BEGIN.length)}\n${table()}\n${page.slice(end)}`;
}

function table(): string {
  const head = ["reason", "rests as", "what the owner reads", "resolved when", "what operators look at"];
  const rows = Object.entries<Reason>(RUN_REASONS).map(cellsOf);
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

function cellsOf([name, row]: [string, Reason]): string[] {
  const when = "help" in row ? row.resolvedBy.map((each) => RESOLVED[each]).join("; ") : "";
  return [`\`${name}\``, "help" in row ? "held" : "skipped", row.owner, when, row.operator ?? ""];
}
