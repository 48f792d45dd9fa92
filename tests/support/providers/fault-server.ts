import { createServer, type RequestListener, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server says to a call: an answer, a stream and how it ends, silence, or a connection that ends before or amid the answer. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body: unknown }
  | { stream: string; ends: "whole" | "break" | "not" }
  | "hang"
  | "cut before the answer"
  | "cut amid the answer";

export type FaultServer = {
  url: string;
  calls: number;
  /** What the calls since the last `say` held. */
  bodies: string[];
  say: (fault: Fault) => void;
  /** The same for paths that hold `part` alone, until the next `say`. */
  sayAt: (part: string, fault: Fault) => void;
  /** What happens while the next call waits for its answer. */
  meanwhile: (happens: () => Promise<unknown>) => void;
  stop: () => Promise<void>;
};

/** A server on loopback that speaks the faults which the mock of the providers cannot. */
export async function startFaultServer(): Promise<FaultServer> {
  let fault: Fault = "hang";
  const apart = new Map<string, Fault>();
  let happens: (() => Promise<unknown>) | undefined;
  const answer: RequestListener = (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", async () => {
      faults.calls += 1;
      faults.bodies.push(Buffer.concat(parts).toString());
      const first = happens;
      happens = undefined;
      await first?.();
      const own = [...apart].find(([part]) => request.url?.includes(part));
      play(own ? own[1] : fault, response);
    });
  };
  const server = createServer(answer);
  const faults: FaultServer = {
    url: "",
    calls: 0,
    bodies: [],
    say: (next) => {
      fault = next;
      apart.clear();
      faults.calls = 0;
      faults.bodies = [];
    },
    sayAt: (part, next) => {
      apart.set(part, next);
    },
    meanwhile: (next) => {
      happens = next;
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  faults.url = `http://127.0.0.1:${portOf(server.address())}`;
  return faults;
}

function play(fault: Fault, response: ServerResponse): void {
  if (fault === "hang") return;
  if (fault === "cut before the answer") {
    response.destroy();
    return;
  }
  if (fault === "cut amid the answer") {
    response.writeHead(200, { "content-type": "application/json", "content-length": "1000" });
    response.write('{"id": "', () => response.destroy());
    return;
  }
  if ("stream" in fault) {
    response.writeHead(200, { "content-type": "text/event-stream" });
    if (fault.ends === "whole") response.end(fault.stream);
    else response.write(fault.stream, () => fault.ends === "break" && response.destroy());
    return;
  }
  const body = typeof fault.body === "string" ? fault.body : JSON.stringify(fault.body);
  response.writeHead(fault.status, { "content-type": "application/json", ...fault.headers }).end(body);
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === "string") throw new Error("The server has no port.");
  return address.port;
}
