import { relative } from "node:path";
import type { Reporter, TestModule } from "vitest/node";

const SLOWEST = 20;

type Span = { first: number; last: number; files: number; busy: number };

/**
 * Says at the end of a run how long each project took, from the start of its first file to the end of its last, and
 * which files took longest. Projects share the workers, so their times overlap.
 */
export class TimeReport implements Reporter {
  readonly #projects = new Map<string, Span>();
  readonly #files: { name: string; ms: number }[] = [];
  readonly #begun = new Map<string, number>();

  onTestModuleStart({ id }: TestModule): void {
    this.#begun.set(id, performance.now());
  }

  onTestModuleEnd(module: TestModule): void {
    const { project, moduleId, id } = module;
    const { collectDuration, setupDuration, duration } = module.diagnostic();
    const ms = collectDuration + setupDuration + duration;
    const now = performance.now();
    const begun = this.#begun.get(id) ?? now - ms;
    const { first, files, busy } = this.#projects.get(project.name) ?? { first: begun, files: 0, busy: 0 };
    const span = { first: Math.min(first, begun), last: now, files: files + 1, busy: busy + ms };
    this.#projects.set(project.name, span);
    this.#files.push({ name: `${project.name}  ${relative(process.cwd(), moduleId)}`, ms });
  }

  onTestRunEnd(): void {
    process.stdout.write(`\n${timeLines([...this.#projects], this.#files).join("\n")}\n`);
  }
}

/** The report, line by line: a single file is not ranked. */
export function timeLines(projects: [string, Span][], files: { name: string; ms: number }[]): string[] {
  const slowest = files.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  return [
    "Time of each project, and of its files together:",
    ...projects.map(
      ([name, { first, last, files: count, busy }]) =>
        `${seconds(last - first)}  ${name}: ${count} files, ${seconds(busy).trim()} together`,
    ),
    ...(files.length > 1 ? [`Slowest files of ${files.length}:`] : []),
    ...(files.length > 1 ? slowest.map(({ name, ms }) => `${seconds(ms)}  ${name}`) : []),
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`.padStart(9);
}
