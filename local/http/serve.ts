import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { closeServer, listen } from "./listen.ts";
import { writeJson } from "./write-json.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type HttpOptions = {
  port: number;
  api: Handler;
  control: Handler;
  onError: (error: unknown) => void;
};

/** The one HTTP server that people see: the control routes under /_local/, and the API everywhere else. */
export async function serve({
  port,
  api,
  control,
  onError,
}: HttpOptions): Promise<{ port: number; stop(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    const handle = request.url?.startsWith("/_local/") ? control : api;
    handle(request, response).catch((error: unknown) => {
      onError(error);
      if (response.headersSent) response.destroy();
      else writeJson(response, 500, { message: "Internal Server Error" });
    });
  });
  return { port: await listen(server, port), stop: () => closeServer(server) };
}
