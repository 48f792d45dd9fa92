import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import * as z from "zod";
import { startBackend } from "./backend.ts";
import { play } from "./history.ts";
import { randomScenario } from "./scenario.ts";
import { NOTHING, type Summary, summaryOf, together } from "./summary.ts";

const HELP = `Breaks calls by seed and counts what was lost, sent twice or paid twice.

  npm run faults -- [options]

  --mails <number>  over all seeds together (1000)
  --seeds <number>  histories (10)
  --rate <0 to 1>   how likely a call goes wrong (0.2)
  --seed <number>   plays this one again, as it was, and prints every call
`;

const work = z.object({ seeds: z.array(z.number()), mails: z.number(), rate: z.number() });
type Work = z.infer<typeof work>;
type Played = { seed: number; summary: Summary };

function readOptions() {
  const number = { type: "string" } as const;
  const options = { mails: number, seeds: number, rate: number, seed: number, help: { type: "boolean" } } as const;
  const { values } = parseArgs({ options });
  const seeds = Number(values.seeds ?? 10);
  return {
    help: values.help ?? false,
    seeds,
    mails: Math.ceil(Number(values.mails ?? 1_000) / seeds),
    rate: Number(values.rate ?? 0.2),
    seed: values.seed === undefined ? undefined : Number(values.seed),
  };
}

/** Runs in a thread: plays one seed after the other and reports each. */
async function playAll({ seeds, mails, rate }: Work): Promise<void> {
  const backend = await startBackend();
  for (const seed of seeds) {
    const summary = summaryOf(await play(randomScenario(seed, mails, rate), backend));
    parentPort?.postMessage({ seed, summary } satisfies Played);
  }
  await backend.stop();
  // Whatever a killed process was waiting for would keep this thread alive.
  process.exit();
}

async function playInThreads(seeds: number, mails: number, rate: number): Promise<Summary> {
  const threads = Math.min(availableParallelism(), seeds);
  let total = NOTHING;
  const all = Array.from({ length: seeds }, (_, index) => index + 1);
  await Promise.all(
    Array.from({ length: threads }, async (_, thread) => {
      const own = all.filter((seed) => seed % threads === thread);
      const worker = new Worker(new URL(import.meta.url), { workerData: { seeds: own, mails, rate } satisfies Work });
      worker.on("message", ({ seed, summary }: Played) => {
        total = together(total, summary);
        process.stderr.write(`seed ${seed}: ${summary.calls} calls, ${summary.violations.length} violations\n`);
        for (const line of summary.violations) process.stderr.write(`  ${line}\n`);
      });
      await new Promise((resolve, reject) => worker.on("error", reject).on("exit", resolve));
    }),
  );
  return total;
}

function print(total: Summary): void {
  const share = total.heard === 0 ? 100 : (100 * total.heardPaidOnce) / total.heard;
  const rows: [string, string | number][] = [
    ["mails at agents", total.mails],
    ["calls", total.calls],
    ["calls that went wrong", total.faults],
    ["lost", total.lost],
    ["double replies", total.doubleReplies],
    ["charges > 2", total.overCharged],
    ["charges = 1, of mails whose answer was not lost", `${share.toFixed(3)} % of ${total.heard}`],
    ["not at rest 15 min after the faults ended", total.unsettledAfter15],
    ["last one at rest, minutes after the faults ended", total.minutes],
    ["dead letters put back", total.deadLetters],
    ["promises broken", total.violations.length],
  ];
  for (const [name, value] of rows) process.stdout.write(`${name.padEnd(50)} ${value}\n`);
  for (const [state, count] of Object.entries(total.states)) process.stdout.write(`  ${state.padEnd(48)} ${count}\n`);
}

async function main(): Promise<void> {
  const { help, seed, seeds, mails, rate } = readOptions();
  if (help) {
    process.stdout.write(HELP);
    return;
  }
  if (seed === undefined) {
    const total = await playInThreads(seeds, mails, rate);
    print(total);
    process.exitCode = total.violations.length > 0 ? 1 : 0;
    return;
  }
  const backend = await startBackend();
  const history = await play(randomScenario(seed, mails, rate), backend);
  const start = history.calls[0]?.at ?? 0;
  for (const { at, process: name, name: call, fault } of history.calls) {
    process.stdout.write(`${((at - start) / 1000).toFixed(3).padStart(10)} s  ${name.padEnd(14)} ${call} ${fault}\n`);
  }
  const summary = summaryOf(history);
  print(summary);
  for (const line of summary.violations) process.stdout.write(`${line}\n`);
  await backend.stop();
  process.exit(summary.violations.length > 0 ? 1 : 0);
}

await (isMainThread ? main() : playAll(work.parse(workerData)));
