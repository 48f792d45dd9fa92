import { execFile } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { createTransport } from "nodemailer";
import type { Phase } from "./ways.ts";

/** Where the senders' own servers are. The lab's servers are at 127.0.0.1. */
export const SENDERS_ADDRESS = "127.0.0.2";

const run = promisify(execFile);

/** The mail servers in the chroot at `root`, see servers.sh. */
export class Servers {
  readonly #root: string;
  #port = 0;

  constructor(root: string) {
    this.#root = root;
  }

  async start(receiver: number, agent: string, dns: string, phase: Phase): Promise<void> {
    this.#port = await freePort();
    await this.#call("start", String(this.#port), String(receiver), agent, dns.split(":")[1] ?? "", phase);
  }

  /** The key with which the servers seal. */
  async giveKey(privateKey: string): Promise<void> {
    await writeFile(join(this.#root, "lab/arc.key"), privateKey);
  }

  async stop(): Promise<void> {
    await this.#call("stop");
  }

  /** Hands a mail to the servers, as the sender's own server does, from an address that is not the servers'. */
  async deliver(raw: string, from: string, to: string): Promise<void> {
    const smtp = createTransport({
      host: "127.0.0.1",
      port: this.#port,
      localAddress: SENDERS_ADDRESS,
      ignoreTLS: true,
    });
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
