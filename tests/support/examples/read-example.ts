import { readFile } from "node:fs/promises";

/** One file of a worked example. `lines` begin with " " (kept), "-" (removed) or "+" (added). */
export type Change = { file: string; isNew: boolean; lines: string[] };

export type Size = { lines: number; files: number; testLines: number };

/** Reads the diff of a page under docs/examples/. */
export async function readExample(name: string): Promise<Change[]> {
  const page = await readFile(`docs/examples/${name}.md`, "utf8");
  const diff = /^```diff\n(.*?)^```$/ms.exec(page)?.[1] ?? "";
  const files = diff.split(/^--- /m).slice(1);
  return files.map((text) => {
    const [from, to = "", ...lines] = text.trimEnd().split("\n");
    return { file: to.replace("+++ ", ""), isNew: from === "/dev/null", lines };
  });
}

/** What an example adds; tests are counted apart. */
export function sizeOf(changes: Change[]): Size {
  const isTest = ({ file }: Change) => file.startsWith("tests/");
  const added = (of: Change[]) => of.flatMap(({ lines }) => lines).filter((line) => line.startsWith("+")).length;
  const sources = changes.filter((change) => !isTest(change));
  return { lines: added(sources), files: sources.length, testLines: added(changes.filter(isTest)) };
}
