import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";

const FILE = new URL("../results.md", import.meta.url);

/** A table of Markdown; a column that begins with a number is aligned to the right. */
export function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, at) => (/^[\d–-]/.test(rows[0]?.[at] ?? "") ? "---:" : "---"));
  return [line(head), line(rule), ...rows.map(line)];
}

/** The date, the machine and how busy it was, which every figure depends on. */
function circumstances(): string {
  const [busy = 0] = loadavg();
  const date = new Date().toISOString().slice(0, 16).replace("T", " ");
  const cores = `${availableParallelism()} cores of ${cpus()[0]?.model ?? "an unknown processor"}`;
  return `${date} UTC, Node ${process.versions.node}, ${cores}, load ${busy.toFixed(1)} at the end.`;
}

/** Prints what a bench has found and, unless it is dry, puts it into bench/results.md in place of its last result. */
export function report(command: string, lines: string[], dry: boolean): void {
  const body = [circumstances(), "", ...lines].join("\n");
  console.log(`\n${body}\n`);
  if (!dry) writeFileSync(FILE, withSection(readFileSync(FILE, "utf8"), command, body));
}

/** The text with the section `## title` replaced, or added at the end where there is none. */
export function withSection(text: string, title: string, body: string): string {
  const parts = text.split(/^(?=## )/m);
  const section = `## ${title}\n\n${body.trim()}\n\n`;
  const at = parts.findIndex((part) => part.startsWith(`## ${title}\n`));
  const last = `${parts.pop()?.trimEnd() ?? ""}\n\n`;
  const all = [...parts, last];
  return `${(at < 0 ? [...all, section] : all.with(at, section)).join("").trimEnd()}\n`;
}
