import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { ACCEPTED } from "./accepted.ts";
import { compareLists, type Finding } from "./compare.ts";
import { readLiteLlm } from "./litellm.ts";
import { ourRows } from "./our-rows.ts";
import { secondList } from "./second-list.ts";

const HELP = `npm run prices [-- FILE | --newest]

Compares the prices and ends of models that we go by with LiteLLM's table, and prints where they differ by more than 1 %,
what we offer that has ended or that the table does not know, and what is missing here. Exits with 1 where there is any.

  FILE      the table, model_prices_and_context_window.json; else pip loads it from its package into a temporary folder
  --newest  of the newest version of the package, and not of the one that was compared last
`;

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { newest: { type: "boolean", default: false }, help: { type: "boolean", default: false } },
  });
  if (values.help) process.stdout.write(HELP);
  else await compare(positionals[0], values.newest);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

async function compare(path: string | undefined, newest: boolean): Promise<void> {
  const json: unknown = path === undefined ? await secondList(newest) : JSON.parse(await readFile(path, "utf8"));
  const now = new Date();
  const theirs = await readLiteLlm(json);
  const ours = await ourRows(theirs, now);
  const found = compareLists(ours, theirs, now.toISOString().slice(0, 10));
  const [known, news] = [found.filter(isAccepted), found.filter((one) => !isAccepted(one))];
  const lines = news.map(({ kind, provider, name, what }) => `${kind.padEnd(8)} ${provider} ${name}: ${what}`);
  const compared = `${theirs.length} models there, ${ours.length} here; ${news.length} findings, ${known.length} accepted before`;
  process.stdout.write([...lines, compared, ""].join("\n"));
  if (news.length > 0) process.exitCode = 1;
}

function isAccepted({ kind, provider, name }: Finding): boolean {
  return ACCEPTED.some((row) => row.kind === kind && row.provider === provider && row.models.test(name));
}
