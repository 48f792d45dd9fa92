import { parseArgs } from "node:util";

export type Arguments = {
  port: number;
  smtpPort: number;
  data: string;
  fresh: boolean;
  dns?: string;
  synth: boolean;
  help: boolean;
};

export const HELP = `Runs Latchkey on this machine.

  npm start -- [options]

  --port <number>       web and API (3000)
  --smtp-port <number>  mail (2525)
  --data <folder>       where the state is kept (.latchkey)
  --fresh               empties that folder first
  --dns <address:port>  the name server that functions ask for keys of seals
  --no-synth            runs the template that cdk.out holds already
  --help                shows this
`;

/** An invalid command line. The message is one sentence for the person who typed it. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** @throws UsageError */
export function readArguments(args: string[]): Arguments {
  const { values } = parse(args);
  return {
    port: portNumber("--port", values.port),
    smtpPort: portNumber("--smtp-port", values["smtp-port"]),
    data: values.data,
    fresh: values.fresh,
    ...(values.dns !== undefined && { dns: values.dns }),
    synth: !values["no-synth"],
    help: values.help,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: "string", default: "3000" },
        "smtp-port": { type: "string", default: "2525" },
        data: { type: "string", default: ".latchkey" },
        fresh: { type: "boolean", default: false },
        dns: { type: "string" },
        "no-synth": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    // Node's own message first names the invalid option, and then explains how to pass it as an argument. No argument
    // is allowed here, so that part is dropped.
    const [reason = ""] = (error instanceof Error ? error.message : String(error)).split(/\. |\n/, 1);
    throw new UsageError(`${reason.replace(/\.$/, "")}. See: npm start -- --help`);
  }
}

function portNumber(option: string, text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`${option} must be a port from 0 to 65535, not "${text}".`);
}
