import * as z from "zod/mini";
import type { CsvTable } from "../api/route.ts";

const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
type Cell = z.infer<typeof cell>;

/** A spreadsheet takes such a cell for a formula: https://owasp.org/www-community/attacks/CSV_Injection */
const FORMULA = /^[=+\-@\t\r\n]/;

/** One table of a JSON body as CSV (RFC 4180): a header line, then the rows. Null becomes an empty cell. */
export function toCsv(table: CsvTable, body: unknown): string {
  const rows = z.record(z.string(), z.unknown()).parse(body)[table.rows];
  const lines = z
    .array(z.record(z.string(), cell))
    .parse(rows)
    .map((row) => table.columns.map((column) => writeCell(row[column] ?? null)));
  return [table.columns.map(writeCell), ...lines].map((line) => `${line.join(",")}\r\n`).join("");
}

function writeCell(value: Cell): string {
  // A number cannot be a formula, and it must keep its minus sign.
  const text = typeof value === "string" && FORMULA.test(value) ? `'${value}` : String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Whether `Accept` names text/csv and does not prefer JSON (RFC 9110, 12.5.1). A client that names neither gets JSON:
 * the `*` of a browser or of curl asks for nothing in particular.
 */
export function wantsCsv(accept: string | undefined): boolean {
  const csv = quality(accept, "text/csv") ?? 0;
  return csv > 0 && csv >= (quality(accept, "application/json") ?? 0);
}

function quality(accept = "", mediaType: string): number | undefined {
  for (const range of accept.split(",")) {
    const [name = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    if (name !== mediaType) continue;
    const q = parameters.find((parameter) => parameter.startsWith("q="));
    return q === undefined ? 1 : Number(q.slice(2)) || 0;
  }
  return undefined;
}
