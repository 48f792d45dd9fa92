import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Change } from "./read-example.ts";

/**
 * Changes one file below `folder`.
 * @throws when the lines in front of an addition do not stand in the file exactly once
 */
export async function applyChange({ file, isNew, lines }: Change, folder: string): Promise<void> {
  const path = join(folder, file);
  await mkdir(dirname(path), { recursive: true });
  const text = isNew ? withoutMarks(lines, "+") : changed(await readFile(path, "utf8"), hunksOf(lines), file);
  await writeFile(path, text);
}

function changed(before: string, hunks: string[][], file: string): string {
  let text = before;
  for (const hunk of hunks) {
    const was = withoutMarks(hunk, " -");
    const found = text.split(was).length - 1;
    if (found !== 1) throw new Error(`These lines stand in ${file} ${found} times:\n${was}`);
    text = text.replace(was, () => withoutMarks(hunk, " +"));
  }
  return text;
}

/** A kept or removed line after an added one begins the next hunk. */
function hunksOf(lines: string[]): string[][] {
  const hunks: string[][] = [];
  for (const [at, line] of lines.entries()) {
    const begins = at === 0 || (!line.startsWith("+") && lines[at - 1]?.startsWith("+"));
    if (begins) hunks.push([]);
    hunks.at(-1)?.push(line);
  }
  return hunks;
}

function withoutMarks(lines: string[], marks: string): string {
  const chosen = lines.filter((line) => marks.includes(line.charAt(0)));
  return chosen.map((line) => `${line.slice(1)}\n`).join("");
}
