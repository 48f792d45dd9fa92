import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Build } from "./build.ts";

/** A Latchkey that runs in a process of its own. */
export type Machine = AsyncDisposable & { url: string; smtpPort: number; pid: number };

const START_SECONDS = 120;

/** Starts what `synthesize` made of a build, with an empty data folder. */
export async function startMachine({ name, root }: Build): Promise<Machine> {
  const data = await mkdtemp(join(tmpdir(), "latchkey-bench-data-"));
  const [port, smtpPort] = [await freePort(), await freePort()];
  const options = ["--no-synth", "--port", String(port), "--smtp-port", String(smtpPort), "--data", data];
  const child = spawn(process.execPath, ["local/start.ts", ...options], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill("SIGTERM");
      await once(child, "exit");
    }
    await rm(data, { recursive: true, force: true });
  };
  try {
    await started(child, name);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, smtpPort, pid: child.pid ?? 0, [Symbol.asyncDispose]: stop };
}

/** Waits for the line that says so, and reads on afterwards so that the process never waits for us. */
async function started(child: ChildProcess, name: string): Promise<void> {
  let said = "";
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4_000);
    // The earlier build says it in other words.
    if (/Latchkey (?:is running|runs)\./.test(said)) resolve();
  };
  child.stdout?.on("data", hear);
  child.stderr?.on("data", hear);
  child.once("exit", () => reject(new Error(`${name} ended while it started:\n${said}`)));
  const timer = setTimeout(() => reject(new Error(`${name} did not start:\n${said}`)), START_SECONDS * 1000);
  await promise.finally(() => clearTimeout(timer));
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no free port.");
  return address.port;
}
