import { readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { readTemplate } from "../template/read-template.ts";
import type { Size } from "./bill.ts";
import { countMails, type Measured } from "./count-mails.ts";
import { callsOf, pricesNote, reportOf } from "./report.ts";
import { standingOf } from "./standing.ts";

const HELP = `Reckons a month's bill from the calls of a run on this machine.

  npm run cost -- --mails 100000 --per-second 0.4 --users 500 --tokens-in 1500 --tokens-out 300

  --counted   takes the calls that the last run counted (local/cost/counted.json)
  --write     writes docs/cost.md, with three sizes
`;

/** The number of answered mails, over which calls that do not occur for every mail are averaged. */
const COUNTED_MAILS = 10;
const COUNTED = fileURLToPath(new URL("counted.json", import.meta.url));
const DOCS = fileURLToPath(new URL("../../docs/cost.md", import.meta.url));
const CDK_OUT = fileURLToPath(new URL("../../cdk.out", import.meta.url));
const [BEGIN, END] = ["<!-- cost -->", "<!-- /cost -->"];

const tokens = { tokensIn: 1_500, tokensOut: 300 };
const SIZES: Size[] = [
  { mails: 1_000, perSecond: 0.01, users: 10, ...tokens },
  { mails: 100_000, perSecond: 0.4, users: 500, ...tokens },
  { mails: 3_000_000, perSecond: 5, users: 20_000, ...tokens },
];

const text = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    mails: { ...text, default: "100000" },
    "per-second": { ...text, default: "0.4" },
    users: { ...text, default: "500" },
    "tokens-in": { ...text, default: "1500" },
    "tokens-out": { ...text, default: "300" },
    counted: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

function asked(): Size {
  const read = (name: "mails" | "per-second" | "users" | "tokens-in" | "tokens-out"): number => {
    const number = Number(values[name]);
    if (Number.isFinite(number) && number >= 0 && values[name] !== "") return number;
    throw new Error(`--${name} must be a number, and "${values[name]}" is not`);
  };
  const perSecond = read("per-second");
  return {
    mails: read("mails"),
    perSecond,
    users: read("users"),
    tokensIn: read("tokens-in"),
    tokensOut: read("tokens-out"),
  };
}

async function measured(): Promise<Measured> {
  if (values.counted) return JSON.parse(await readFile(COUNTED, "utf8"));
  const run = await countMails(COUNTED_MAILS);
  await writeFile(COUNTED, `${JSON.stringify(run, null, 2)}\n`);
  return run;
}

async function main(): Promise<void> {
  if (values.help) return void process.stdout.write(HELP);
  const size = asked();
  const standing = standingOf(await readTemplate(CDK_OUT));
  const run = await measured();
  if (!values.write) return void process.stdout.write(`${reportOf(size, run, standing)}\n${pricesNote()}\n`);
  const page = await readFile(DOCS, "utf8");
  const made = [callsOf(run), ...SIZES.map((each) => reportOf(each, run, standing))].join("\n");
  const [before, after] = [page.slice(0, page.indexOf(BEGIN) + BEGIN.length), page.slice(page.indexOf(END))];
  await writeFile(DOCS, `${before}\n\n${made}\n${after}`);
  process.stdout.write("Wrote docs/cost.md\n");
}

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
