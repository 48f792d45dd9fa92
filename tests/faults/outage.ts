import { parseArgs } from "node:util";
import { type Backend, MAIL_DOMAIN, startBackend } from "./backend.ts";
import { play } from "./history.ts";
import { violations } from "./invariants.ts";
import type { MailSpec } from "./mails.ts";
import { Random } from "./random.ts";

const START = Date.parse("2026-11-23T12:00:00.000Z");
const HOUR = 3_600_000;

/** One owner's mails while their provider is down all the time: how often it is asked, and when all are answered. */
async function throughOutage(count: number, hours: number, backend: Backend) {
  const random = new Random(1);
  const mails = Array.from(
    { length: count },
    (_, number): MailSpec => ({
      mark: `MARK-o${number}`,
      kind: "person",
      from: `carol@customer${number}.example`,
      to: [`bobbox@${MAIL_DOMAIN}`],
      at: START + random.between(0, hours * HOUR),
    }),
  );
  const { outcome, calls, minutes } = await play(
    {
      seed: 1,
      start: START,
      mails,
      deliveries: () => 1,
      plan:
        () =>
        ({ name }) =>
          name.startsWith("provider.") ? "before" : "none",
      duplicates: 0,
      faultsEnd: START + hours * HOUR,
    },
    backend,
  );
  const asked = calls.filter(({ name }) => name.startsWith("provider.")).length;
  const replied = outcome.fates.filter(({ runs }) => runs[0]?.state === "replied").length;
  return { asked, replied, minutes, broken: violations(outcome) };
}

/** `npm run outage -- --mails 500 --hours 6` */
const number = (standard: string) => ({ type: "string", default: standard }) as const;
const { values } = parseArgs({ options: { mails: number("500"), hours: number("6") } });
const mails = Number(values.mails);
const { asked, replied, minutes, broken } = await throughOutage(mails, Number(values.hours), await startBackend());
process.stdout.write(
  `${mails} mails in an outage of ${values.hours} hours: ${asked} calls (${(asked / mails).toFixed(2)} a mail), ` +
    `${replied} replied, all at rest ${minutes} minutes after its end, ${broken.length} promises broken\n`,
);
for (const line of broken.slice(0, 20)) process.stdout.write(`${line}\n`);
process.exit(broken.length > 0 || asked > 1.2 * mails || (minutes ?? 99) > 15 ? 1 : 0);
