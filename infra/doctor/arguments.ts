import { parseArgs } from "node:util";

export const HELP = `Looks at a deployed Latchkey from outside, and says what is wrong and what to do.

  npm run doctor                     looks at all of it, and changes nothing
  npm run doctor -- --as <e-mail>    ends with one mail to a self-test agent of this user's, and its answer; the user's own
                                     AI key pays for it. The password is read from LATCHKEY_PASSWORD

  --stage <name>   the stack <name>-Latchkey, with infra/settings/<name>.json (default)
  -c <setting>=<value>  a setting that is in no file
  --dns <address>  asks this name server instead of the machine's
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

export type DoctorArguments = {
  stage: string;
  /** As `name=value`. */
  settings: string[];
  dns: string | undefined;
  as: string | undefined;
};

/**
 * @returns undefined when the person asked for help
 * @throws Error with one sentence for an unknown option
 */
export function readArguments(args: string[]): DoctorArguments | undefined {
  const { values } = parseArgs({
    args,
    options: {
      stage: { type: "string", default: "default" },
      setting: { type: "string", short: "c", multiple: true, default: [] },
      dns: { type: "string" },
      as: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  return { stage: values.stage, settings: values.setting, dns: values.dns, as: values.as };
}
