import { loginFault } from "./login-fault.ts";

/**
 * Runs one operator command, from its arguments to its exit code. An error becomes one sentence, not a stack trace.
 * @param read returns undefined when the person asked for help
 */
export async function runCommand<Args>(
  help: string,
  read: (args: string[]) => Args | undefined,
  run: (args: Args, say: (line: string) => void) => Promise<number>,
): Promise<void> {
  const say = (line: string) => void process.stdout.write(`${line}\n`);
  try {
    const args = read(process.argv.slice(2));
    if (args === undefined) say(help);
    else process.exitCode = await run(args, say);
  } catch (error) {
    const sentence = error instanceof Error ? (loginFault(error) ?? error.message) : String(error);
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}
