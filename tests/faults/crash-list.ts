import { startBackend } from "./backend.ts";
import { callsOf, crashAt, PATHS } from "./crashes.ts";

/**
 * `npm run crashes` crashes before and after every call on every path of one mail. It prints each case and the count.
 */
const backend = await startBackend();
let count = 0;
let broken = 0;
for (const path of PATHS) {
  const { names } = await callsOf(path, backend);
  process.stdout.write(`${path.name}: ${names.length} calls\n`);
  for (let call = 1; call <= names.length; call++) {
    for (const fault of ["crash_before", "crash_after"] as const) {
      const crash = await crashAt(path, call, fault, backend);
      const verdict = crash.broken.length === 0 ? "ok" : crash.broken.join("; ");
      process.stdout.write(
        `  ${String(call).padStart(3)} ${crash.name.padEnd(24)} ${fault.padEnd(13)} ${crash.state.padEnd(8)} ${crash.charges} charges  ${verdict}\n`,
      );
      count += 1;
      broken += crash.broken.length > 0 ? 1 : 0;
    }
  }
}
process.stdout.write(`${count} crashes, ${broken} broke a promise\n`);
process.exit(broken > 0 ? 1 : 0);
