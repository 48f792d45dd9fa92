import { appendFile, readFile, truncate } from "node:fs/promises";
import type * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import { DataError } from "../data/data-error.ts";

/**
 * The rows of a file that only grows, one JSON text a line. What a kill has cut off in the middle of a line never
 * happened, and is taken away.
 * @throws DataError when a whole line cannot be read back
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
