import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { takeJobs } from "./mail/jobs.ts";
import { type Exchange, startRecorder, startReplay } from "./mail/recorder.ts";
import { type Build, buildsOf, synthesize } from "./support/build.ts";
import { type Owner, signUp } from "./support/client.ts";
import { readOptions, wholeNumber } from "./support/options.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { makeMails, sendMails } from "./support/send-mails.ts";
import { type ChangedStack, startChangedStack } from "./support/start-changed-stack.ts";
import { median, show, withSpread } from "./support/stats.ts";

const USAGE = `npm run bench:mail -- [options]

CPU of the runner's bundle for one mail of 5 to 50 KB, at 1 and 10 in flight, against a floor that sends the same calls by plain
HTTP. The stack runs in another process, so what AWS and the provider do is not counted.

  --mails N       mails that are measured in each round at each number in flight (100)`;

const IN_FLIGHT = [1, 10];
/** Until what is compiled while it runs is compiled. */
const WARM_UP = 40;

const options = readOptions(USAGE, 3, { mails: "100" });
const { rounds } = options;
const mails = Math.ceil(wholeNumber("mails", options.mails) / 10) * 10;
const times = new Map<string, number[]>();
let made = 0;
let calls = 0;

announce("bench:mail", (options.base === "none" ? 0.5 : 3) + (rounds * mails) / 100);
await using set = await buildsOf(options.base);
for (const build of set.builds) await synthesize(build);
for (let round = 1; round <= rounds; round++) for (const build of set.builds) await measure(build, round);
report("bench:mail", [`The last build makes ${calls} calls of a mail.`, "", ...rows()], options.dry);

async function measure(build: Build, round: number): Promise<void> {
  await using stack = await startChangedStack(build, "--unfed");
  const owner = await signUp(stack, "owner");
  for (const inFlight of IN_FLIGHT) {
    const jobs = await jobsOf(stack, owner, WARM_UP + mails);
    const batches = inBatches(jobs, inFlight);
    const cut = WARM_UP / inFlight;
    const work = {
      url: bundleOf(build),
      stub: stack.stub,
      warmUp: batches.slice(0, cut),
      measured: batches.slice(cut),
    };
    const cpu = await childCpu("mail/run-batches.ts", [], work, environmentOf(stack, stack.endpoint));
    note(build.name, inFlight, cpu / mails, round);
  }
  // The floor makes the calls of the last build.
  if (build === set.builds.at(-1)) await measureFloor(build, stack, owner, round);
}

async function measureFloor(build: Build, stack: ChangedStack, owner: Owner, round: number): Promise<void> {
  const exchanges = await recordOne(build, stack, owner);
  calls = exchanges.length;
  const replay = await startReplay(exchanges);
  for (const inFlight of IN_FLIGHT) {
    const args = [replay.url, inFlight, WARM_UP, mails].map(String);
    note("the floor", inFlight, (await childCpu("mail/floor.ts", args, exchanges, process.env)) / mails, round);
  }
  await replay.stop();
}

/** The calls of one mail, after another one has opened the connections and filled the caches. */
async function recordOne(build: Build, stack: ChangedStack, owner: Owner): Promise<Exchange[]> {
  const [aws, stub] = [await startRecorder(stack.endpoint), await startRecorder(stack.stub)];
  const batches = inBatches(await jobsOf(stack, owner, 2), 1);
  const work = { url: bundleOf(build), stub: stub.url, warmUp: batches.slice(0, 1), measured: batches.slice(1) };
  await childCpu("mail/run-batches.ts", [], work, environmentOf(stack, aws.url));
  await Promise.all([aws.stop(), stub.stop()]);
  return [aws, stub].flatMap(({ exchanges }) => exchanges.slice(Math.floor(exchanges.length / 2)));
}

async function jobsOf(stack: ChangedStack, { address }: Owner, count: number) {
  const some = makeMails([address], count, made);
  made += count;
  await sendMails(stack, some);
  return takeJobs(stack, count);
}

function inBatches<T>(all: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function bundleOf({ root }: Build): string {
  return pathToFileURL(join(root, "dist/functions/agent-runner/index.mjs")).href;
}

function environmentOf(stack: ChangedStack, endpoint: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env["PATH"],
    ...stack.names,
    AWS_REGION: stack.region,
    AWS_ACCESS_KEY_ID: stack.accessKeyId,
    AWS_SECRET_ACCESS_KEY: stack.secretAccessKey,
    AWS_ENDPOINT_URL: endpoint,
  };
}

function childCpu(script: string, args: string[], input: object, env: NodeJS.ProcessEnv): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = execFile(process.execPath, [file, ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
    const cpu = /^CPU ([\d.]+)$/m.exec(stdout)?.[1];
    if (error || cpu === undefined) reject(error ?? new Error(`${script} told no time: ${stdout.slice(-500)}`));
    else resolve(Number(cpu));
  });
  child.stdin?.end(JSON.stringify(input));
  return promise;
}

function note(name: string, inFlight: number, ms: number, round: number): void {
  const key = `${name} ${inFlight}`;
  times.set(key, [...(times.get(key) ?? []), ms]);
  progress(`Round ${round} of ${rounds}, ${name}, ${inFlight} in flight: ${show(ms)} ms a mail`);
}

function rows(): string[] {
  const cells = IN_FLIGHT.flatMap((inFlight) =>
    ["the floor", ...set.builds.map(({ name }) => name)].map((name) => {
      const own = times.get(`${name} ${inFlight}`) ?? [];
      const floor = times.get(`the floor ${inFlight}`) ?? [];
      return [String(inFlight), name, withSpread(own), `${show(median(own) / median(floor))} ×`];
    }),
  );
  return table(["in flight", "what", "CPU ms a mail", "of the floor"], cells);
}
