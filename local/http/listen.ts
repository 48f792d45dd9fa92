import { once } from "node:events";
import { createServer, type Server } from "node:http";

/**
 * Listens on 127.0.0.1 and on nothing else; port 0 takes any free one.
 * @returns the port
 * @throws the system's error, e.g. EADDRINUSE
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Fails early when a port is taken, before anything is made. @throws the system's error, e.g. EADDRINUSE */
export async function assertFree(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await closeServer(server);
}

/** Ends every connection too: a call that hangs must not keep the machine from stopping. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
