import { execFile } from "node:child_process";
import { copyFile, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startProviderStub } from "../local/provider-stub/provider-stub.ts";
import { startMailbox, startSink } from "./peers/mailbox.ts";
import { readOptions, wholeNumber, wholeNumbers } from "./support/options.ts";
import { announce, progress } from "./support/progress.ts";
import { report, table } from "./support/report.ts";
import { makeMails } from "./support/send-mails.ts";
import { show, withSpread } from "./support/stats.ts";

const USAGE = `npm run bench:peers -- [options]

The burst of bench:burst, with one owner, through a bare script of imapflow, openai and nodemailer: from its start to the last
reply. It installs them in a temporary folder. --base is not used.

  --mails N       mails of a burst (200)
  --seconds LIST  how long the model takes (0,5)`;

const PACKAGES = ["imapflow@2.10.2", "openai@7.57.0", "nodemailer@10.6.0"];
const run = promisify(execFile);
const options = readOptions(USAGE, 3, { mails: "200", seconds: "0,5" });
const { rounds } = options;
const mails = wholeNumber("mails", options.mails);
const cases = wholeNumbers("seconds", options.seconds).map((seconds) => ({
  seconds,
  perSecond: [] as number[],
  cpuPerMail: [] as number[],
}));

announce("bench:peers", 1 + (rounds * cases.length * mails) / 200);
const folder = await mkdtemp(join(tmpdir(), "latchkey-peer-"));
try {
  progress(`Installing ${PACKAGES.join(", ")}`);
  await writeFile(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  await run("npm", ["install", "--no-progress", "--prefer-offline", ...PACKAGES], { cwd: folder });
  await copyFile(fileURLToPath(new URL("peers/bare.mjs", import.meta.url)), join(folder, "bare.mjs"));
  for (let round = 1; round <= rounds; round++) for (const one of cases) await measure(one, round);
} finally {
  await rm(folder, { recursive: true, force: true });
}
report("bench:peers", rows(), options.dry);

async function measure({ seconds, perSecond, cpuPerMail }: (typeof cases)[number], round: number): Promise<void> {
  const mailbox = await startMailbox(makeMails(["help@agents.example"], mails).map(({ raw }) => raw));
  const [sink, stub] = [await startSink(), await startProviderStub()];
  stub.script.set({ delay_ms: seconds * 1000 });
  try {
    const args = ["bare.mjs", mailbox.port, sink.port, `${stub.url}/api.openai.com/v1`, mails].map(String);
    const begun = Date.now();
    const { stdout } = await run(process.execPath, args, { cwd: folder });
    perSecond.push(sink.times.length / (((sink.times.at(-1) ?? Number.NaN) - begun) / 1000));
    cpuPerMail.push(Number(/^CPU ([\d.]+)$/m.exec(stdout)?.[1]) / mails);
    progress(`Round ${round} of ${rounds}, a model of ${seconds} s: ${show(perSecond.at(-1) ?? 0)} a second`);
  } finally {
    await Promise.all([mailbox.stop(), sink.stop(), stub.stop()]);
  }
}

function rows(): string[] {
  const cells = cases.map(({ seconds, perSecond, cpuPerMail }) => [
    `${seconds} s`,
    String(mails),
    withSpread(perSecond),
    withSpread(cpuPerMail),
  ]);
  return table(["model takes", "mails", "mails a second", "CPU ms a mail"], cells);
}
