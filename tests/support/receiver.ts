import { readFileSync } from "node:fs";
import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

const file = (name: string) => readFileSync(new URL(`../fixtures/tls/${name}`, import.meta.url), "utf8");
export const CERTIFICATE = file("certificate.pem");
const TLS = { cert: CERTIFICATE, key: file("key.pem") };

export type ReceivedCall = { url: string; host: string; headers: Record<string, string>; body: string };
type Answers = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** A receiver of webhooks on this machine, which answers as a test says. */
export async function startReceiver({ tls = false, address = "127.0.0.1" } = {}) {
  const calls: ReceivedCall[] = [];
  let answers: Answers = (_request, response) => response.writeHead(204).end();
  const onCall = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = (await buffer(request)).toString();
    const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    calls.push({ url: request.url ?? "", host: request.headers.host ?? "", headers, body });
    answers(request, response, body);
  };
  const listener = (request: IncomingMessage, response: ServerResponse) => void onCall(request, response);
  const server = tls ? createHttpsServer(TLS, listener) : createHttpServer(listener);
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, address, resolve);
  await promise;
  const { port } = portOf(server.address());
  return {
    calls,
    port,
    url: `http://localhost:${port}/hook`,
    answer(next: Answers): void {
      answers = next;
    },
    status(status: number, headers: Record<string, string> = {}, body = ""): void {
      answers = (_request, response) => response.writeHead(status, headers).end(body);
    },
    async stop(): Promise<void> {
      server.closeAllConnections();
      const stopped = Promise.withResolvers<void>();
      server.close(() => stopped.resolve());
      await stopped.promise;
    },
  };
}
export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

function portOf(address: string | AddressInfo | null): AddressInfo {
  if (address === null || typeof address === "string") throw new Error("The receiver has no port");
  return address;
}
