import { parseArgs } from "node:util";

export const HELP = `Deploys Latchkey into the account and Region of your AWS credentials (AWS_PROFILE, AWS_REGION).

  npm run deploy                       looks first, deploys, and tells what is left to do by hand
  npm run deploy -- --diff             looks first, and tells what a deployment would change

  --stage <name>       reads infra/settings/<name>.json and deploys <name>-Latchkey (default)
  -c <setting>=<value> a setting for this one time; what should stay belongs into the file
  --anew               makes empty tables beside those that a destroyed stack has left (npm run adopt takes them up)
  --yes                asks nothing, for a workflow
  --help               shows this
`;

export type DeployArguments = {
  stage: string;
  diff: boolean;
  /** As `name=value`. */
  settings: string[];
  anew: boolean;
  yes: boolean;
};

/**
 * @returns undefined when the person asked for help
 * @throws Error with one sentence for an unknown option
 */
export function readArguments(args: string[]): DeployArguments | undefined {
  const { values } = parseArgs({
    args,
    options: {
      stage: { type: "string", default: "default" },
      diff: { type: "boolean", default: false },
      setting: { type: "string", short: "c", multiple: true, default: [] },
      anew: { type: "boolean", default: false },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  return { stage: values.stage, diff: values.diff, settings: values.setting, anew: values.anew, yes: values.yes };
}
