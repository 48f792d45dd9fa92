import { createServer, request } from "node:http";
import { buffer } from "node:stream/consumers";
import { closeServer, listen } from "../../local/http/listen.ts";

/** One HTTP call of a mail and what was answered. */
export type Exchange = {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  body: string;
  status: number;
  answer: string;
};

/** Passes every call on to `target` as it came, and keeps it with its answer. */
export async function startRecorder(
  target: string,
): Promise<{ url: string; exchanges: Exchange[]; stop(): Promise<void> }> {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const body = await buffer(incoming);
    const { method = "GET", url: path = "/", headers } = incoming;
    const passed = request(new URL(path, target), { method, headers }, async (response) => {
      const answer = await buffer(response);
      const status = response.statusCode ?? 500;
      exchanges.push({
        method,
        path,
        headers,
        body: body.toString("base64"),
        status,
        answer: answer.toString("base64"),
      });
      // The whole body is here, so its length is said in place of a transfer in pieces.
      const { "transfer-encoding": _, ...rest } = response.headers;
      outgoing.writeHead(status, { ...rest, "content-length": answer.length });
      outgoing.end(answer);
    });
    passed.on("error", () => outgoing.destroy());
    passed.end(body);
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, exchanges, stop: () => closeServer(server) };
}

/** Answers the recorded exchanges again; a call names the one it wants in `x-exchange`. */
export async function startReplay(exchanges: Exchange[]): Promise<{ url: string; stop(): Promise<void> }> {
  const answers = exchanges.map(({ status, answer }) => ({ status, answer: Buffer.from(answer, "base64") }));
  const server = createServer((incoming, outgoing) => {
    const { status = 404, answer = "" } = answers[Number(incoming.headers["x-exchange"])] ?? {};
    incoming.resume();
    incoming.on("end", () => {
      outgoing.writeHead(status);
      outgoing.end(answer);
    });
  });
  const port = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}`, stop: () => closeServer(server) };
}
