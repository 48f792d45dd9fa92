/**
 * Takes a function's calls to the AWS of this machine to the thread that answers them, without a socket. The bundles are
 * the same as in Lambda: they call node:http's `request`, which is another one for this one host alone.
 */

import http, { type RequestOptions } from "node:http";
import { syncBuiltinESMExports } from "node:module";
import { InsideRequest, type Send } from "./inside-request.ts";

/** Until it is undone, `request` of node:http sends what is for `endpoint` by `send`. */
export function takeInside(endpoint: string, send: Send): () => void {
  const { hostname, port } = new URL(endpoint);
  const real = http.request;
  const isOurs = (options: unknown): options is RequestOptions =>
    typeof options === "object" &&
    options !== null &&
    !(options instanceof URL) &&
    "host" in options &&
    options.host === hostname &&
    "port" in options &&
    String(options.port) === port;

  function request(...given: unknown[]): unknown {
    const [options, onResponse] = given;
    if (!isOurs(options)) return Reflect.apply(real, http, given);
    const made = new InsideRequest(options, send);
    if (typeof onResponse === "function") made.once("response", (response) => onResponse(response));
    return made;
  }
  patch({ request });
  return () => patch({ request: real });
}

/** Imports by name see it too. */
function patch(changed: { request: unknown }): void {
  Object.assign(http, changed);
  syncBuiltinESMExports();
}
