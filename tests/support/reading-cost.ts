import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { MailReader } from "../../functions/agent-runner/mail/mail-reader.ts";
import { type Known, readRaw } from "../../functions/agent-runner/mail/read-raw.ts";
import { bundleFolder } from "../../infra/bundles.ts";
import { BOMBS } from "./bombs.ts";

/*
 * `node tests/support/reading-cost.ts` prints what it costs to read a mail in a thread rather than in place, here and
 * now, and with `--bombs` what becomes of each bomb there. No test asserts a time. It takes the bundle, if there is one.
 */
export const KNOWN: Known = {
  envelope_from: "alice@customer.example",
  verdicts: { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" },
  own_domain: "agents.example",
  agent: { id: "agent1", address: "abc@agents.example" },
  is_test: false,
};

const HEAD = "From: alice@customer.example\r\nSubject: Hours\r\nMessage-ID: <1@x>\r\n";
const PLAIN = `${HEAD}\r\n`;
const MAILS: Record<string, string> = {
  "3 KB of text": PLAIN + "When do you open on Friday?\r\n".repeat(100),
  "50 KB of text": PLAIN + "When do you open on Friday?\r\n".repeat(1_750),
  "240 KB of HTML": `${HEAD}Content-Type: text/html\r\n\r\n${"<p>When do you open on <b>Friday</b>?</p>\r\n".repeat(5_600)}`,
  "4 MB with a file": `${HEAD}Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nHello\r\n--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n${`${"QUJD".repeat(19)}\r\n`.repeat(50_000)}--b--\r\n`,
};

const bundled = join(bundleFolder("agent-runner"), "reading-thread.mjs");
const options = existsSync(bundled) ? { script: pathToFileURL(bundled) } : {};

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function median(work: () => Promise<unknown>, times: number): Promise<number> {
  const all: number[] = [];
  for (let i = 0; i < times; i++) all.push(await timed(work));
  return all.toSorted((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

async function printCost(): Promise<void> {
  const cold = await median(() => new MailReader(options).read(Buffer.from(PLAIN), KNOWN), 5);
  console.log(`a cold thread and its first mail: ${cold.toFixed(1)} ms`);
  const reader = new MailReader(options);
  const rss = process.memoryUsage.rss();
  await reader.read(Buffer.from(MAILS["240 KB of HTML"] ?? ""), KNOWN);
  console.log(`a warm thread: ${((process.memoryUsage.rss() - rss) / 2 ** 20).toFixed(0)} MB`);
  for (const [name, text] of Object.entries(MAILS)) {
    const inPlace = await median(() => readRaw(Buffer.from(text), KNOWN), 30);
    const inThread = await median(() => reader.read(Buffer.from(text), KNOWN), 30);
    console.log(`${name.padEnd(18)} in place ${inPlace.toFixed(2)} ms, in a thread ${inThread.toFixed(2)} ms`);
  }
}

async function printBombs(): Promise<void> {
  for (const [name, bomb] of Object.entries(BOMBS)) {
    const reader = new MailReader(options);
    const raw = Buffer.from(bomb());
    let outcome = "";
    const ms = await timed(async () => {
      const read = await reader.read(raw, KNOWN);
      outcome =
        "ended" in read ? `ended: ${read.ended}` : "problem" in read ? read.problem : `${read.text.length} characters`;
    });
    console.log(`${name.padEnd(54)} ${ms.toFixed(0).padStart(6)} ms  ${outcome}`);
  }
}

if (import.meta.main) await (process.argv.includes("--bombs") ? printBombs() : printCost());
