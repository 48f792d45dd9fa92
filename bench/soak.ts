import { type Build, buildsOf, synthesize } from "./support/build.ts";
import { allAnswered } from "./support/burst.ts";
import { setModelDelay, signUp } from "./support/client.ts";
import { startMachine } from "./support/machine.ts";
import { readOptions, wholeNumber } from "./support/options.ts";
import { rssMb } from "./support/process-figures.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { makeMails, sendMails } from "./support/send-mails.ts";
import { show, slope } from "./support/stats.ts";

const USAGE = `npm run bench:soak -- [options]

The memory of one machine while it answers one mail after the other.

  --mails N       mails in all (10,000)
  --base-mails N  mails for the earlier build, whose memory grows by megabytes with each (1,000)
  --at-once N     mails that are handed in together (100)`;

const options = readOptions(USAGE, 1, { mails: "10000", "base-mails": "1000", "at-once": "100" });
const mails = wholeNumber("mails", options.mails);
const baseMails = Math.min(mails, wholeNumber("base-mails", options["base-mails"]));
const atOnce = wholeNumber("at-once", options["at-once"]);
const OWNERS = 10;
/** Lines of the table for each build. */
const LINES = 10;

type Point = { x: number; y: number };
const lines: { build: Build; idle: number; points: Point[] }[] = [];

announce("bench:soak", (mails / 50 + (options.base === "none" ? 0 : baseMails / 8)) / 60 + 1);
await using set = await buildsOf(options.base);
for (const build of set.builds) {
  await synthesize(build);
  lines.push(await soak(build, build.name === "this build" ? mails : baseMails));
}
report("bench:soak", [...memoryTable(), "", ...growthTable()], options.dry);

async function soak(build: Build, count: number): Promise<(typeof lines)[number]> {
  await using machine = await startMachine(build);
  const idle = rssMb(machine.pid);
  const owners = await Promise.all(Array.from({ length: OWNERS }, (_, at) => signUp(machine, `owner-${at}`)));
  await setModelDelay(machine, 0);
  const addresses = owners.map(({ address }) => address);
  const points: Point[] = [];
  for (let sent = 0; sent < count; ) {
    const some = Math.min(atOnce, count - sent);
    await sendMails(machine, makeMails(addresses, some, sent));
    sent += some;
    const answered = await allAnswered(machine, owners, sent);
    points.push({ x: sent, y: rssMb(machine.pid) });
    progress(`${build.name}: ${answered} of ${sent} answered, ${show(points.at(-1)?.y ?? 0)} MB`);
    if (answered < sent) throw new Error(`${build.name} left ${sent - answered} mails unanswered`);
  }
  return { build, idle, points };
}

function memoryTable(): string[] {
  const rows = lines.flatMap(({ build, points }) => {
    const step = Math.max(1, Math.ceil(points.length / LINES));
    return points
      .filter((_, at) => (at + 1) % step === 0 || at === points.length - 1)
      .map(({ x, y }) => [build.name, String(x), show(y)]);
  });
  return table(["build", "mails answered", "MB"], rows);
}

/** The first third is left out: caches fill and code is compiled. */
function growthTable(): string[] {
  const rows = lines.map(({ build, idle, points }) => {
    const settled = points.slice(Math.floor(points.length / 3));
    const peak = Math.max(...points.map(({ y }) => y));
    return [build.name, show(idle), show(peak), (slope(settled) * 1000).toFixed(1)];
  });
  return table(["build", "MB idle", "MB at most", "KB more a mail, after a third"], rows);
}
