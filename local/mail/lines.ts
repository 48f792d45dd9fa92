import { appendFile, readFile, truncate } from "node:fs/promises";
import type * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import { DataError } from "../data/data-error.ts";

/**
 * The rows of an append-only file with one JSON text a line. A last line that a kill cut off is treated as never
 * written, and is removed.
 * @throws DataError when a complete line cannot be read back
 */
export async function readLines<T extends z.ZodType>(file: string, schema: T): Promise<z.infer<T>[]> {
  try {
    const bytes = await readFile(file);
    const whole = bytes.lastIndexOf("\n") + 1;
    if (whole < bytes.length) await truncate(file, whole);
    const lines = bytes.toString("utf8", 0, whole).split("\n").filter(Boolean);
    return lines.map((line) => schema.parse(JSON.parse(line)));
  } catch (error) {
    if (isNamed(error, "SyntaxError", "ZodError")) throw new DataError(`${file} is damaged.`);
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

export async function addLine(file: string, row: unknown): Promise<void> {
  await appendFile(file, `${JSON.stringify(row)}\n`);
}
