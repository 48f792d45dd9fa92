import { type Build, buildsOf, synthesize } from "./support/build.ts";
import { type Burst, measureBurst } from "./support/burst.ts";
import { setModelDelay, signUp } from "./support/client.ts";
import { startMachine } from "./support/machine.ts";
import { readOptions, wholeNumber, wholeNumbers } from "./support/options.ts";
import { rssMb, watchMemory } from "./support/process-figures.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { makeMails } from "./support/send-mails.ts";
import { median, show, withSpread } from "./support/stats.ts";

const USAGE = `npm run bench:burst -- [options]

Mails of 5 to 50 KB handed in by SMTP at once, until the last reply is in the outbox; CPU of the whole process by mail,
and its memory. Each round starts each build anew, in turn.

  --mails N       mails of a burst (200); with more than one owner twice as many
  --owners LIST   how many owners share the mails (1,8)
  --seconds LIST  how long the model takes (0,5)`;

const options = readOptions(USAGE, 3, { mails: "200", owners: "1,8", seconds: "0,5" });
const { rounds } = options;
const count = wholeNumber("mails", options.mails);
const cases = wholeNumbers("seconds", options.seconds).flatMap((seconds) =>
  wholeNumbers("owners", options.owners).map((owners) => ({ seconds, owners, mails: owners > 1 ? count * 2 : count })),
);
const mailsOfRound = cases.reduce((sum, { mails }) => sum + mails, 0);

/** Before anything is measured: the functions' environments are started, and their code is compiled. */
const WARM_UP = 20;

type Memory = { idle: number; after: number; peak: number; perMail: number };
const bursts = new Map<string, Burst[]>();
const memories = new Map<string, Memory[]>();

announce("bench:burst", options.base === "none" ? rounds * 1.5 : 3 + rounds * 5);
await using set = await buildsOf(options.base);
for (const build of set.builds) await synthesize(build);
for (let round = 1; round <= rounds; round++) for (const build of set.builds) await measure(build, round);
report("bench:burst", [...burstTable(), "", ...memoryTable()], options.dry);

async function measure(build: Build, round: number): Promise<void> {
  progress(`Round ${round} of ${rounds}: starting ${build.name}`);
  await using machine = await startMachine(build);
  const idle = rssMb(machine.pid);
  const most = Math.max(...cases.map(({ owners }) => owners));
  const owners = await Promise.all(Array.from({ length: most }, (_, at) => signUp(machine, `owner-${at}`)));
  const addresses = owners.map(({ address }) => address);
  let first = 0;
  const next = (to: string[], many: number) => {
    first += many;
    return makeMails(to, many, first);
  };

  const warmUp = next(addresses, WARM_UP);
  await setModelDelay(machine, 0);
  await measureBurst(machine, owners, warmUp);
  const memory = watchMemory(machine.pid);
  const warm = rssMb(machine.pid);
  for (const { seconds, owners: many, mails } of cases) {
    await setModelDelay(machine, seconds * 1000);
    const burst = await measureBurst(machine, owners.slice(0, many), next(addresses.slice(0, many), mails));
    const name = nameOf(build, seconds, many, mails);
    bursts.set(name, [...(bursts.get(name) ?? []), burst]);
    progress(`Round ${round}, ${name}: ${show(burst.perSecond)} a second, ${show(burst.cpuPerMail)} ms a mail`);
    if (burst.answered !== mails) progress(`${burst.answered} of ${mails} were answered`);
  }
  memory.stop();
  const after = rssMb(machine.pid);
  const peak = Math.max(...memory.points.map(({ mb }) => mb));
  const seen = { idle, after, peak, perMail: (after - warm) / mailsOfRound };
  memories.set(build.name, [...(memories.get(build.name) ?? []), seen]);
}

function nameOf({ name }: Build, seconds: number, owners: number, mails: number): string {
  return [`${seconds} s`, String(owners), String(mails), name].join(" | ");
}

function burstTable(): string[] {
  const [base] = set.builds;
  const rows = cases.flatMap(({ seconds, owners, mails }) =>
    set.builds.map((build) => {
      const own = bursts.get(nameOf(build, seconds, owners, mails)) ?? [];
      const ofBase = base === undefined ? [] : (bursts.get(nameOf(base, seconds, owners, mails)) ?? []);
      const speed = own.map(({ perSecond }) => perSecond);
      const ratio = median(speed) / median(ofBase.map(({ perSecond }) => perSecond));
      const lost = own.reduce((sum, { answered }) => sum + mails - answered, 0);
      return [
        `${seconds} s`,
        String(owners),
        String(mails),
        build.name,
        withSpread(speed),
        `${show(ratio)} ×`,
        withSpread(own.map(({ cpuPerMail }) => cpuPerMail)),
        String(lost),
      ];
    }),
  );
  const head = [
    "model takes",
    "owners",
    "mails",
    "build",
    "mails a second",
    "of the first",
    "CPU ms a mail",
    "unanswered",
  ];
  return table(head, rows);
}

function memoryTable(): string[] {
  const rows = set.builds.map(({ name }) => {
    const own = memories.get(name) ?? [];
    const column = (key: keyof Memory) => withSpread(own.map((memory) => memory[key]));
    return [name, column("idle"), column("after"), column("peak"), column("perMail")];
  });
  return table(["build", "MB idle", `MB after ${mailsOfRound + WARM_UP} mails`, "MB at most", "MB more a mail"], rows);
}
