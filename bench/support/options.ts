import { parseArgs } from "node:util";

/** What every bench takes beside its own options. */
const COMMON = `  --rounds N      how often each is measured, in turn with what it is compared with
  --base COMMIT   the earlier build that is measured in turn with this one (d751885); "none" leaves it out
  --dry           prints the table and does not write bench/results.md`;

type Common = { rounds: number; base: string; dry: boolean };

/**
 * Reads the command line of a bench. `--help` prints `usage` and ends the process.
 * @param rounds how many rounds there are unless `--rounds` says otherwise
 * @param extra the bench's own options, each with its default
 * @throws TypeError for an option that the bench does not take, or one that needs a number and got none
 */
export function readOptions<Own extends Record<string, string>>(
  usage: string,
  rounds: number,
  extra: Own,
  args = process.argv.slice(2),
): Record<keyof Own, string> & Common {
  const own = Object.fromEntries(
    Object.entries(extra).map(([name, standard]) => [name, { type: "string", default: standard } as const]),
  );
  const { values }: { values: Record<string, string | boolean | undefined> } = parseArgs({
    args,
    options: {
      ...own,
      rounds: { type: "string", default: String(rounds) },
      base: { type: "string", default: "d751885" },
      dry: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values["help"] === true) {
    console.log(`${usage}\n\n${COMMON}`);
    process.exit(0);
  }
  const given = Object.fromEntries(
    Object.entries(extra).map(([name, standard]) => [name, String(values[name] ?? standard)]),
  );
  return {
    ...extra,
    ...given,
    rounds: wholeNumber("rounds", values["rounds"]),
    base: String(values["base"]),
    dry: values["dry"] === true,
  };
}

/** @throws TypeError that names the option */
export function wholeNumber(name: string, text: string | boolean | undefined): number {
  if (typeof text !== "string" || !/^\d{1,9}$/.test(text)) throw new TypeError(`--${name} takes a whole number`);
  return Number(text);
}

/** A list such as `1,8`. @throws TypeError that names the option */
export function wholeNumbers(name: string, text: string | boolean | undefined): number[] {
  return String(text)
    .split(",")
    .map((part) => wholeNumber(name, part));
}
