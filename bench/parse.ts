import { parseArgs } from "node:util";
import { mutate, randomNumbers } from "../local/corpus/mutate.ts";
import { MAILS } from "./mails.ts";
import { LIBRARIES, NOW, type Reader, readerOf } from "./readers.ts";
import { progress } from "./support/progress.ts";
import { report } from "./support/report.ts";
import { median, quantile } from "./support/stats.ts";

const USAGE = `npm run bench:parse -- [--rounds N] [--mutations N] [--old COMMIT] [--dry]

CPU time from raw bytes to decision and the sender's new text, of this build, of an earlier commit and of two libraries,
in turn in one process. Puts its tables into bench/results.md.

  --rounds N      how often each reads each mail in turn (15)
  --mutations N   changed copies of the mails that this build reads (10,000)
  --old COMMIT    the earlier commit (d751885)
  --dry           print and write nothing`;

/** Long enough that the clock of the CPU, which counts in milliseconds on some systems, says something. */
const BATCH_MS = 60;

const WARM_MS = 1_000;

const INTRODUCTION = [
  'CPU time from raw bytes to the decision and the sender\'s new text. "Of the libraries" compares with mailparser and',
  "email-reply-parser in the same run. Of changed copies the slowest is read three times, and its fastest reading counts.",
];

/** Large mails are changed less often, since each takes longer and is read in the same way. */
const SHARES = [0.4, 0.35, 0.2, 0.05];
/** The slowest are read again, since one reading in thousands meets a collection of garbage. */
const LOOKED_AT_AGAIN = 10;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "15" },
    mutations: { type: "string", default: "10000" },
    old: { type: "string", default: "d751885" },
    dry: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const old = await readerOf(values.old);
if (old === undefined) progress(`Commit ${values.old} is not in this clone: the earlier build is left out`);
const readers = [LIBRARIES, ...(old ? [old] : []), NOW];
const mutations = Number(values.mutations);
const table = [...(await speedTable()), ...(mutations > 0 ? ["", ...(await worstTable(mutations))] : [])];
report("bench:parse", [...INTRODUCTION, "", ...table], values.dry);

async function speedTable(): Promise<string[]> {
  const rows = [
    "| mail | reader | CPU, median | spread (quartiles) | of the libraries |",
    "| --- | --- | ---: | ---: | ---: |",
  ];
  for (const [name, make] of Object.entries(MAILS)) {
    const raw = make();
    const times = await inTurn(raw, name);
    const libraries = median(times[0] ?? []);
    for (const [at, reader] of readers.entries()) {
      const own = times[at] ?? [];
      const ms = median(own);
      const spread = `${show(quantile(own, 0.25))} – ${show(quantile(own, 0.75))}`;
      rows.push(`| ${name} | ${reader.name} | ${show(ms)} ms | ${spread} | ${(ms / libraries).toFixed(3)} × |`);
    }
  }
  return rows;
}

/** The readers one after another in each round, so that what else the machine does falls on all of them. */
async function inTurn(raw: Buffer, name: string): Promise<number[][]> {
  const counts: number[] = [];
  for (const reader of readers) {
    await warmUp(reader, raw);
    counts.push(Math.max(1, Math.ceil(BATCH_MS / Math.max(0.01, await cpuOf(reader, raw, 5)))));
  }
  const times: number[][] = readers.map(() => []);
  const rounds = Number(values.rounds);
  for (let round = 0; round < rounds; round++) {
    for (const [at, reader] of readers.entries()) times[at]?.push(await cpuOf(reader, raw, counts[at] ?? 1));
    progress(`${name}: round ${round + 1} of ${rounds}`);
  }
  return times;
}

/** Until what is compiled while it runs is compiled. */
async function warmUp(reader: Reader, raw: Buffer): Promise<void> {
  const from = process.cpuUsage();
  for (let used = from; used.user - from.user < WARM_MS * 1000; used = process.cpuUsage()) await reader.read(raw);
}

/** In milliseconds for one mail. */
async function cpuOf(reader: Reader, raw: Buffer, count: number): Promise<number> {
  const from = process.cpuUsage();
  for (let i = 0; i < count; i++) await reader.read(raw);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000 / count;
}

async function worstTable(count: number): Promise<string[]> {
  const rows = [
    "| changed copies of | read | CPU, median | worst | worst / median |",
    "| --- | ---: | ---: | ---: | ---: |",
  ];
  for (const [at, [name, make]] of Object.entries(MAILS).entries()) {
    const raw = make();
    const random = randomNumbers(at + 1);
    const all: number[] = [];
    const slowest: { ms: number; mail: Buffer }[] = [];
    const many = Math.round(count * (SHARES[at] ?? 0));
    for (let i = 0; i < many; i++) {
      const mail = mutate(raw, random);
      const ms = await cpuOf(NOW, mail, 1);
      all.push(ms);
      slowest.push({ ms, mail });
      slowest.sort((a, b) => b.ms - a.ms).splice(LOOKED_AT_AGAIN);
      if (i % 500 === 499) progress(`${name}: ${i + 1} of ${many} changed copies`);
    }
    let worst = 0;
    for (const { ms, mail } of slowest)
      worst = Math.max(worst, Math.min(ms, await cpuOf(NOW, mail, 1), await cpuOf(NOW, mail, 1)));
    const usual = median(all);
    rows.push(`| ${name} | ${many} | ${show(usual)} ms | ${show(worst)} ms | ${(worst / usual).toFixed(1)} × |`);
  }
  return rows;
}

function show(ms: number): string {
  return ms < 10 ? ms.toFixed(3) : ms.toFixed(1);
}
