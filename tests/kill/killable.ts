import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const MACHINE = fileURLToPath(new URL("./machine.ts", import.meta.url));

export type Ports = { port: number; smtpPort: number };

/** Starts the machine as a process and waits until its ports are open. @throws Error when it ends before */
export async function startMachine(data: string, { port, smtpPort }: Ports): Promise<ChildProcess> {
  const args = [MACHINE, data, String(port), String(smtpPort)];
  const machine = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(machine, "exit").then(([code]) => {
    throw new Error(`The machine ended at its start with code ${code}`);
  });
  const lines = createInterface({ input: machine.stdout });
  const ready = new Promise<void>((resolve) => lines.on("line", (line) => line === "ready" && resolve()));
  await Promise.race([ready, ended]);
  ended.catch(() => {});
  return machine;
}

/** Ends it as a power cut would. */
export async function kill(machine: ChildProcess): Promise<void> {
  const ended = once(machine, "exit");
  machine.kill("SIGKILL");
  await ended;
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
