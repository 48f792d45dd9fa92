import { parseArgs } from "node:util";
import { synthesize } from "../../local/synth.ts";
import { killOften } from "./kill-often.ts";

/** `npm run kill -- --times 50` */
const { values } = parseArgs({ options: { times: { type: "string", default: "50" } } });
await synthesize();
const verdict = await killOften(Number(values.times), (done, accepted) => {
  process.stdout.write(`killed ${done} times, ${accepted} mails accepted\n`);
});
const { lost, answeredTwice, paidOverTwice, ...rest } = verdict;
const rows = { ...rest, lost: lost.length, answeredTwice: answeredTwice.length, paidOverTwice: paidOverTwice.length };
process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
process.exitCode = rows.lost + rows.answeredTwice + rows.paidOverTwice + rows.reservationsLeft > 0 ? 1 : 0;
