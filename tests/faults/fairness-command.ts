import { parseArgs } from "node:util";
import { startBackend } from "./backend.ts";
import { measureFairness } from "./fairness.ts";

/**
 * `npm run fairness -- --mails 10000 --seconds 60 --thinks 4 --others 300` measures how long owner B waits while owner
 * A is flooded.
 */
const number = (standard: string) => ({ type: "string", default: standard }) as const;
const { values } = parseArgs({
  options: {
    mails: number("10000"),
    seconds: number("60"),
    thinks: number("4"),
    others: number("300"),
    seed: number("1"),
  },
});
const backend = await startBackend();
const { alone, flooded } = await measureFairness(
  {
    mails: Number(values.mails),
    seconds: Number(values.seconds),
    thinks: Number(values.thinks),
    others: Number(values.others),
    seed: Number(values.seed),
  },
  backend,
);
for (const [name, { p50, p95, answered, broken }] of Object.entries({ alone, flooded })) {
  process.stdout.write(`${name.padEnd(8)} p50 ${p50.toFixed(2)} s, p95 ${p95.toFixed(2)} s, ${answered} answered\n`);
  for (const line of broken.slice(0, 20)) process.stdout.write(`  ${line}\n`);
}
process.stdout.write(`p95 flooded / alone: ${(flooded.p95 / alone.p95).toFixed(3)}\n`);
process.exit(flooded.p95 > 1.1 * alone.p95 ? 1 : 0);
