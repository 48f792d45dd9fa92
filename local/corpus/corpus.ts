import { parseArgs } from "node:util";
import { type Message, messagesIn } from "./messages.ts";
import { mutate, randomNumbers } from "./mutate.ts";
import { decodedParts, type Outcome, readMessage } from "./read.ts";

const USAGE = `npm run corpus -- FOLDER [--mutations N] [--seed S] [--show]

Reads every message under FOLDER as the runner would, and prints what failed, what was decided and how often the new
text was told from what it quotes. Where the corpus holds expected results they are compared: replies in trimmed/x
beside emails/x, decoded parts in x_decoded_1_2.txt beside x.msg.

  --mutations N   read N changed copies of the messages as well
  --seed S        which changes (1)
  --show          print each message's decision and new text`;

type Tally = { good: number; all: number; bad: string[] };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    mutations: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    show: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error(USAGE);
  process.exit(2);
}
const messages = messagesIn(folder);
const failures = [...(await readAll(messages)), ...(await readMutations(messages, Number(values.mutations)))];
for (const failure of failures) console.log(`FAILED ${failure}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** @returns a description of each message that could not be read as expected */
async function readAll(messages: Message[]): Promise<string[]> {
  const decisions = new Map<string, number>();
  const replies: Tally = { good: 0, all: 0, bad: [] };
  const parts: Tally = { good: 0, all: 0, bad: [] };
  const failed: string[] = [];
  let trimmed = 0;
  for (const message of messages) {
    const outcome = await tried(message.raw);
    if (outcome === undefined || outcome.failed) failed.push(message.file);
    if (outcome === undefined) continue;
    decisions.set(outcome.decision, (decisions.get(outcome.decision) ?? 0) + 1);
    if (outcome.reply !== outcome.text) trimmed++;
    if (message.reply !== undefined) count(replies, same(outcome.reply, message.reply), message.file);
    const decoded = message.parts.length > 0 ? decodedParts(message.raw) : undefined;
    for (const { place, body } of message.parts) {
      count(parts, sameBytes(decoded?.get(place), body), `${message.file} ${place}`);
    }
    if (values.show) console.log(`${message.file}: ${outcome.decision}\n${outcome.reply.replace(/^/gm, "    ")}`);
  }
  console.log(`${messages.length} messages, ${failed.length} could not be read, ${trimmed} hold more than new text`);
  for (const [decision, times] of [...decisions].sort(([, a], [, b]) => b - a)) console.log(`  ${times} ${decision}`);
  report("replies as expected", replies);
  report("decoded parts as expected", parts);
  return failed;
}

async function readMutations(messages: Message[], count: number): Promise<string[]> {
  if (count === 0 || messages.length === 0) return [];
  const random = randomNumbers(Number(values.seed));
  const failed: string[] = [];
  const from = performance.now();
  let slowest = { ms: 0, what: "" };
  for (let i = 0; i < count; i++) {
    const message = messages[Math.floor(random() * messages.length)];
    if (message === undefined) continue;
    const raw = mutate(message.raw, random);
    const begin = performance.now();
    const outcome = await tried(raw);
    const ms = performance.now() - begin;
    if (ms > slowest.ms) slowest = { ms, what: message.file };
    if (outcome === undefined || outcome.failed) failed.push(`mutation ${i} of ${message.file}`);
  }
  const seconds = (performance.now() - from) / 1000;
  console.log(`${count} mutations (seed ${values.seed}), ${failed.length} could not be read, ${seconds.toFixed(1)} s`);
  console.log(`  the slowest took ${slowest.ms.toFixed(0)} ms: ${slowest.what}`);
  return failed;
}

async function tried(raw: Buffer): Promise<Outcome | undefined> {
  try {
    return await readMessage(raw);
  } catch (error) {
    console.log(error);
    return undefined;
  }
}

function count(tally: Tally, isGood: boolean, what: string): void {
  tally.all++;
  if (isGood) tally.good++;
  else tally.bad.push(what);
}

function report(title: string, { good, all, bad }: Tally): void {
  if (all === 0) return;
  console.log(`${good} of ${all} ${title}`);
  for (const what of bad) console.log(`  not ${what}`);
}

/** Blanks at the ends of lines and of the text do not count as a difference. */
function same(a: string, b: string): boolean {
  return bare(a) === bare(b);
}

function bare(text: string): string {
  return text.replace(/[ \t\r]+$/gm, "").trim();
}

/** The expected files do not agree on line breaks. */
function sameBytes(a: Buffer | undefined, b: Buffer): boolean {
  return a !== undefined && unified(a) === unified(b);
}

function unified(bytes: Buffer): string {
  return bytes.toString("latin1").replace(/\r\n?/g, "\n").trimEnd();
}
