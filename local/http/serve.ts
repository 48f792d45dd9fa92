import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { setTimeout as delay } from "node:timers/promises";
import { closeServer, listen } from "./listen.ts";
import { writeJson } from "./write-json.ts";

/**
 * A function that is still calling the emulators would find them gone, and dynalite crashes the process when it is read
 * after its end.
 */
const LAST_ANSWERS_MS = 2_000;

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type HttpOptions = {
  port: number;
  api: Handler;
  control: Handler;
  /** The built web app. Without it, the API answers these requests too. */
  web: Handler | undefined;
  onError: (error: unknown) => void;
};

/** The one public HTTP server: the control routes under /_local/, the API under /api/, and the web app elsewhere. */
export async function serve({
  port,
  api,
  control,
  web = api,
  onError,
}: HttpOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const underWay = new Set<Promise<void>>();
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "/";
    const handle = path.startsWith("/_local/") ? control : path.startsWith("/api/") ? api : web;
    const answering = handle(request, response)
      .catch((error: unknown) => {
        onError(error);
        if (response.headersSent) response.destroy();
        else writeJson(response, 500, { message: "Internal Server Error" });
      })
      .finally(() => underWay.delete(answering));
    underWay.add(answering);
  });
  const stop = async (): Promise<void> => {
    await closeServer(server);
    await Promise.race([Promise.all(underWay), delay(LAST_ANSWERS_MS, undefined, { ref: false })]);
  };
  return { port: await listen(server, port), stop };
}
