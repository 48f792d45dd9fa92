import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { GUARDS } from "./guards.ts";
import type { Outcome } from "./search-without.ts";

/**
 * `npm run guards` searches the ledger with one guard after the other removed, and prints what it finds. `--only
 * <text>` selects guards by name, and `--paths` prints each path to a fault.
 */
const text = { type: "string" } as const;
const { values } = parseArgs({ options: { paths: { type: "boolean" }, only: text } });
const guards = GUARDS.filter(({ name }) => name.includes(values.only ?? ""));
let unexpected = 0;
if (values.only === undefined) print("none", await searchWithout([]));
for (const { name, second = false } of guards) {
  const outcome = await searchWithout([name]);
  print(name, outcome);
  if ((outcome.found.broken === undefined) !== second) unexpected += 1;
}
process.stdout.write(`${guards.length} guards taken out, ${unexpected} not as the list says\n`);
process.exitCode = unexpected > 0 ? 1 : 0;

function print(name: string, { scope, found }: Outcome): void {
  const said = found.broken === undefined ? "nothing" : `${found.broken}, in ${found.path.length - 1} steps (${scope})`;
  process.stdout.write(`${name.padEnd(72)} ${said}\n`);
  if (values.paths) for (const step of found.path) process.stdout.write(`    ${step}\n`);
}

function searchWithout(names: string[]): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./search-without.ts", import.meta.url), { workerData: names });
    worker.on("message", resolve).on("error", reject);
  });
}
