import { readFileSync } from "node:fs";
import { newText } from "../../shared/mail/new-text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { readableText } from "../../shared/mail/readable-text.ts";

/** Reads the raw mail in a file as the runner would, in a process of its own, and prints a `Reading` of it. */
export type Reading = {
  outcome: string;
  ms: number;
  /** By how many MB the process grew beyond what it was before it had the mail. */
  mb: number;
};

const [file = ""] = process.argv.slice(2);
await parseMail(Buffer.from("Content-Type: text/html\n\n<p>A first mail loads what is loaded when it is needed."));
const idle = process.resourceUsage().maxRSS;
const from = performance.now();
const mail = await parseMail(readFileSync(file));
const outcome = "problem" in mail ? mail.problem : `${newText(readableText(mail.text)).text.length} characters`;
const ms = Math.round(performance.now() - from);
const mb = Math.round((process.resourceUsage().maxRSS - idle) / 1024);
process.stdout.write(JSON.stringify({ outcome, ms, mb } satisfies Reading));
