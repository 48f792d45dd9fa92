import { parseArgs } from "node:util";
import { runReason } from "../../shared/runs/reason-schema.ts";
import type { Redrive } from "./redrive.ts";

export const HELP = `Puts work back that has come to a halt.

  npm run redrive                          tells what waits in the dead-letter queues
  npm run redrive -- --yes                 moves it back to the queues it came from
  npm run redrive -- --held no_credit      tells how many mails are held for this reason
  npm run redrive -- --held no_credit --yes  tries each of them again

  --stack <name>   the deployed stack (Latchkey)
  --help           shows this

The account and the Region are those of your AWS credentials (AWS_PROFILE, AWS_REGION).
`;

/**
 * @returns undefined when the person asked for help
 * @throws Error with one sentence
 */
export function readArguments(args: string[]): Redrive | undefined {
  const { values } = parseArgs({
    args,
    options: {
      stack: { type: "string", default: "Latchkey" },
      held: { type: "string" },
      yes: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const reason = runReason.safeParse(values.held);
  if (values.held !== undefined && !reason.success) throw new Error(`No mail is ever held for "${values.held}".`);
  return { prefix: `${values.stack}-`, held: reason.data, doIt: values.yes };
}
