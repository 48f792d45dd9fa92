import type { OutgoingHttpHeaders, ServerResponse } from "node:http";

export function writeJson(
  response: ServerResponse,
  status: number,
  body: object | string | number | boolean | null,
  extra: OutgoingHttpHeaders = {},
): void {
  const text = JSON.stringify(body);
  const length = Buffer.byteLength(text);
  response.writeHead(status, { "content-type": "application/json", "content-length": length, ...extra }).end(text);
}
