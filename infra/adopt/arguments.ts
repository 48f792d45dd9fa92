import { parseArgs } from "node:util";

export const HELP = `Takes up the tables, accounts, key and mails that a destroyed stack has left. The next deployment completes the stack.

  npm run adopt            tells what would be taken up
  npm run adopt -- --yes   makes a stack of it

  --stage <name>   the stack <name>-Latchkey, with infra/settings/<name>.json (default)
  -c <setting>=<value>  a setting that is in no file
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

export type AdoptArguments = { stage: string; settings: string[]; yes: boolean };

/**
 * @returns undefined when the person asked for help
 * @throws Error with one sentence for an unknown option
 */
export function readArguments(args: string[]): AdoptArguments | undefined {
  const { values } = parseArgs({
    args,
    options: {
      stage: { type: "string", default: "default" },
      setting: { type: "string", short: "c", multiple: true, default: [] },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  return { stage: values.stage, settings: values.setting, yes: values.yes };
}
