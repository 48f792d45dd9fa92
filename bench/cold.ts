import { functionsOf, type Started } from "./cold/functions.ts";
import { EMPTY, eagerBytes, type Taken, wholeProcess } from "./cold/start-function.ts";
import { buildsOf, synthesize } from "./support/build.ts";
import { readOptions } from "./support/options.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { median, show, withSpread } from "./support/stats.ts";

const USAGE = `npm run bench:cold -- [options]

For each function: the bytes of its bundle that are loaded before it answers, and the time of a whole process that loads it and
asks it once, divided by that of an empty handler which runs just before it. An API function gets a request without a token,
a function behind a queue an empty batch; the others are only loaded.

  --only WORD     functions with this word in their name`;

const options = readOptions(USAGE, 21, { only: "" });
const { rounds } = options;

announce("bench:cold", (options.base === "none" ? 0.5 : 3) + rounds * 0.15);
await using set = await buildsOf(options.base);
for (const build of set.builds) await synthesize(build);
const functions = set.builds.flatMap((build) =>
  functionsOf(build.root)
    .filter(({ name }) => name.includes(options.only))
    .map((started) => ({ build: build.name, started, bytes: eagerBytes(started), ratios: [] as Taken[] })),
);
const empties: Taken[] = [];
for (let round = 1; round <= rounds; round++) {
  for (const { started, ratios } of functions) ratios.push(ratioOf(started));
  progress(`Round ${round} of ${rounds}`);
}
report(
  "bench:cold",
  [`An empty handler takes ${withSpread(empties.map(({ ms }) => ms))} ms.`, "", ...rows()],
  options.dry,
);

function ratioOf(started: Started): Taken {
  const empty = wholeProcess(EMPTY);
  empties.push(empty);
  const { ms, cpuMs } = wholeProcess(started);
  return { ms: ms / empty.ms, cpuMs: cpuMs / empty.cpuMs };
}

function rows(): string[] {
  const names = [...new Set(functions.map(({ started }) => started.name))].toSorted();
  const cells = names.flatMap((name) =>
    functions
      .filter(({ started }) => started.name === name)
      .map(({ build, bytes, ratios }, _, [first]) => [
        name,
        build,
        show(bytes / 1000),
        `${show(bytes / (first?.bytes ?? bytes))} ×`,
        `${withSpread(times(ratios))} ×`,
        `${show(median(times(ratios)) / median(times(first?.ratios ?? ratios)))} ×`,
        `${withSpread(ratios.map(({ cpuMs }) => cpuMs))} ×`,
      ]),
  );
  const head = [
    "function",
    "build",
    "KB eager",
    "of the first",
    "whole process ÷ empty",
    "of the first",
    "its CPU ÷ empty",
  ];
  return table(head, cells);
}

function times(taken: Taken[]): number[] {
  return taken.map(({ ms }) => ms);
}
