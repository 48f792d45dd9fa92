import { createServer } from "node:http";
import { closeServer, listen } from "../../../local/http/listen.ts";

/** A server that waits for somebody to be lured to it. It counts connections, so that a mere preconnect is seen too. */
export async function openLure() {
  let connections = 0;
  const server = createServer((_, response) => response.writeHead(204).end());
  server.on("connection", () => {
    connections += 1;
  });
  const port = await listen(server, 0);
  return {
    /** Without a slash at its end. */
    url: `http://127.0.0.1:${port}`,
    connections: () => connections,
    close: () => closeServer(server),
  };
}
