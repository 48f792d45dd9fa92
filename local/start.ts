import { HELP, readArguments } from "./arguments.ts";
import { explain } from "./explain.ts";
import { CDK_OUT, type LocalStack, startStack } from "./stack.ts";
import { synthesize } from "./synth.ts";
import { readTemplate } from "./template/read-template.ts";
import type { Template } from "./template/template.ts";
import { WEB_DIST } from "./web/web.ts";

const begun = performance.now();

function say(text: string): void {
  const seconds = ((performance.now() - begun) / 1_000).toFixed(1).padStart(5);
  process.stdout.write(`${seconds} s  ${text}\n`);
}

async function start(): Promise<LocalStack | undefined> {
  const { help, synth, ...options } = readArguments(process.argv.slice(2));
  if (help) {
    process.stdout.write(HELP);
    return undefined;
  }
  return startStack({
    ...options,
    ...(synth && { template }),
    web: WEB_DIST,
    onProgress: say,
    onLog: (source, line) => process.stdout.write(`${source}: ${line}\n`),
  });
}

async function template(): Promise<Template> {
  say("Making the bundles, the web app and the template");
  await synthesize({ stage: "local" });
  return readTemplate(CDK_OUT);
}

function introduce({ url, smtpPort }: LocalStack): void {
  say("Latchkey is running. Ctrl-C stops it.");
  process.stdout.write(`
  Web      ${url}
  API      ${url}/api
  Mail     smtp://127.0.0.1:${smtpPort}
  Look in  ${url}/_local/outbox
           ${url}/_local/provider-calls

  Next, in a second terminal:  npm run demo

`);
}

/** The first Ctrl-C waits for running work. The second one ends the process at once. */
function stopOnSignal(stack: LocalStack): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(130);
    stopping = true;
    say("Stopping");
    stack.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}

function fail(error: unknown): never {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}

try {
  const stack = await start();
  if (stack) {
    stopOnSignal(stack);
    introduce(stack);
  }
} catch (error) {
  fail(error);
}
