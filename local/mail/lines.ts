import { appendFileSync } from "node:fs";
import { appendFile, open, readFile, truncate } from "node:fs/promises";
import type * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import { DataError } from "../data/data-error.ts";

/**
 * The rows of an append-only file with one JSON text a line. A last line that a kill cut off is treated as never
 * written, and is removed.
 * @throws DataError when a complete line cannot be read back
 */
export async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const bytes = await wholeLines(file);
  const lines = bytes.toString("utf8").split("\n").filter(Boolean);
  return lines.map((line) => rowOf(file, line, schema));
}

export async function addLine(file: string, row: unknown): Promise<void> {
  await appendFile(file, `${JSON.stringify(row)}\n`);
}

async function wholeLines(file: string): Promise<Buffer> {
  try {
    const bytes = await readFile(file);
    const whole = bytes.lastIndexOf("\n") + 1;
    if (whole < bytes.length) await truncate(file, whole);
    return bytes.subarray(0, whole);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return Buffer.alloc(0);
    throw error;
  }
}

function rowOf<T>(file: string, line: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    if (isNamed(error, "SyntaxError", "ZodError")) throw new DataError(`${file} is damaged.`);
    throw error;
  }
}

/**
 * Such a file whose rows stay on disk. Only the positions of their ends are in memory. Without a file, the rows are in
 * memory.
 */
export class LineFile<T> {
  readonly #file: string | undefined;
  readonly #schema: z.ZodType<T>;
  readonly #ends: number[] = [];
  readonly #rows: T[] = [];

  private constructor(file: string | undefined, schema: z.ZodType<T>) {
    this.#file = file;
    this.#schema = schema;
  }

  static async open<T>(file: string | undefined, schema: z.ZodType<T>): Promise<LineFile<T>> {
    const lines = new LineFile(file, schema);
    if (file === undefined) return lines;
    const bytes = await wholeLines(file);
    for (let end = bytes.indexOf("\n"); end >= 0; end = bytes.indexOf("\n", end + 1)) lines.#ends.push(end + 1);
    return lines;
  }

  /** The row is in the file when this returns, so rows are in the order in which they were added. */
  add(row: T): void {
    if (this.#file === undefined) return void this.#rows.push(row);
    const line = Buffer.from(`${JSON.stringify(row)}\n`);
    appendFileSync(this.#file, line);
    this.#ends.push((this.#ends.at(-1) ?? 0) + line.length);
  }

  /** The newest rows, oldest first; by default all. @throws DataError when one cannot be read back */
  async *read(newest = Number.POSITIVE_INFINITY): AsyncGenerator<T> {
    if (newest <= 0) return;
    if (this.#file === undefined) return void (yield* this.#rows.slice(-newest));
    const last = this.#ends.length;
    if (last === 0) return;
    const handle = await open(this.#file);
    try {
      for (let row = Math.max(0, last - newest); row < last; row++) {
        const begin = this.#ends[row - 1] ?? 0;
        const length = (this.#ends[row] ?? begin) - begin;
        const { buffer } = await handle.read(Buffer.alloc(length), 0, length, begin);
        yield rowOf(this.#file, buffer.toString("utf8"), this.#schema);
      }
    } finally {
      await handle.close();
    }
  }
}
