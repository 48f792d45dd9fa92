import { EventEmitter } from "node:events";
import type { Server } from "node:http";

export type WireRequest = { method: string; headers: Record<string, string>; body: Buffer };
/** In the shape in which the SDK's own request handler gives it; a body of bytes is read without a stream. */
export type WireAnswer = { response: { statusCode: number; headers: Record<string, string>; body?: unknown } };

/**
 * Hands a request to a server of this process without a socket, which is half of what a call costs. The server's own
 * listener answers; of a request and a response it is given only what dynalite uses of them.
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

/** As Node names the headers of a request that came by a socket. */
function withSmallNames(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
