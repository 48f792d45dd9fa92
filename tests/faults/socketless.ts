import { EventEmitter } from "node:events";
import type { Server } from "node:http";

export type WireRequest = { method: string; headers: Record<string, string>; body: Buffer };
/** The form in which the SDK's own request handler returns it. A body of bytes is read without a stream. */
export type WireAnswer = { response: { statusCode: number; headers: Record<string, string>; body?: unknown } };

/**
 * Passes a request to a server in this process without a socket, which halves the cost of a call. The server's own
 * listener answers. The request and response objects have only the parts that dynalite uses.
 */
export function answerOf(server: Server, { method, headers, body }: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve) => {
    const request = Object.assign(new EventEmitter(), { method, url: "/", headers: withSmallNames(headers) });
    const kept: Record<string, string> = {};
    const response = {
      statusCode: 200,
      setHeader(name: string, value: string | number) {
        kept[name.toLowerCase()] = String(value);
      },
      end: (text = "") =>
        resolve({ response: { statusCode: response.statusCode, headers: kept, body: Buffer.from(text) } }),
    };
    server.emit("request", request, response);
    request.emit("data", body);
    request.emit("end");
  });
}

/** Header names in lower case, as Node gives them for a request over a socket. */
function withSmallNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
