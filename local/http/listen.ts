import { once } from "node:events";
import { createServer, type Server } from "node:http";

/**
 * Listens only on 127.0.0.1. Port 0 takes any free port.
 * @returns the port
 * @throws the system's error, e.g. EADDRINUSE
 */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

/** Fails early if a port is taken, before anything is created. @throws the system's error, e.g. EADDRINUSE */
export async function assertFree(port: number): Promise<void> {
  const server = createServer();
  await listen(server, port);
  await closeServer(server);
}

/** Closes every connection too, so that a hanging call does not keep the machine from stopping. */
export async function closeServer(server: Server): Promise<void> {
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
}
