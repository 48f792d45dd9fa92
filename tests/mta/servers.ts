import { execFile } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { createTransport } from "nodemailer";
import type { Phase } from "./ways.ts";

const run = promisify(execFile);

/** The mail servers in the chroot at `root`, see servers.sh. */
export class Servers {
  readonly #root: string;
  #port = 0;

  constructor(root: string) {
    this.#root = root;
  }

  async start(receiver: number, agent: string, phase: Phase): Promise<void> {
    this.#port = await freePort();
    await this.#call("start", String(this.#port), String(receiver), agent, phase);
  }

  async stop(): Promise<void> {
    await this.#call("stop");
  }

  /** Hands a mail to the servers, as the sender's own server does. */
  async deliver(raw: string, from: string, to: string): Promise<void> {
    const smtp = createTransport({ host: "127.0.0.1", port: this.#port, secure: false, ignoreTLS: true });
    await smtp.sendMail({ envelope: { from, to }, raw });
  }

  /** The version of each Debian package. */
  async versions(): Promise<Map<string, string>> {
    const lines = (await this.#call("versions")).trim().split("\n");
    return new Map(lines.map((line): [string, string] => [line.split(" ")[0] ?? "", line.split(" ")[1] ?? ""]));
  }

  async #call(...args: string[]): Promise<string> {
    return (await run("chroot", [this.#root, "sh", "/lab/servers.sh", ...args])).stdout;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  return typeof address === "object" && address !== null ? address.port : 0;
}
