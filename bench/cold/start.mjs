// Plain JavaScript, since taking types away would be a part of what is measured: starts a function, asks it once and
// tells the CPU time of the whole process.
import { writeSync } from "node:fs";

const [file, event] = process.argv.slice(2);
const { handler } = await import(file);
const context = { awsRequestId: "bench", getRemainingTimeInMillis: () => 60_000 };
if (event !== undefined) await handler(JSON.parse(event), context);
const { user, system } = process.cpuUsage();
writeSync(1, `${(user + system) / 1000}\n`);
process.exit(0);
