import { createServer } from "node:http";
import { closeServer, listen } from "../../../local/http/listen.ts";

/**
 * A server that records whether anybody connects to it. It counts connections, so that it notices even a preconnect.
 */
export async function openLure() {
  let connections = 0;
  const server = createServer((_, response) => response.writeHead(204).end());
  server.on("connection", () => {
    connections += 1;
  });
  const port = await listen(server, 0);
  return {
    /** Without a trailing slash. */
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => closeServer(server),
  };
}
