import { parseArgs } from "node:util";

/** The arguments of a migration, which only counts without `--yes`. Undefined where help is asked for. */
export function readMigrationArguments(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      stack: { type: "string", default: "Latchkey" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  return values.help ? undefined : values;
}
