import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { cacheControl, contentType, INDEX, isPage } from "../../shared/web/files.ts";
import { SECURITY_HEADERS } from "../../shared/web/security-headers.ts";

/** The folder of the built web app. */
export const WEB_DIST = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** There is no built web app. The message is one sentence for the person who started the machine. */
export class WebError extends Error {
  override name = "WebError";
}

/**
 * Serves the built web app as CloudFront does: the same headers, index.html for every page, files cached forever.
 * @throws WebError when there is no build
 */
export function createWeb(folder: string) {
  if (!existsSync(join(folder, INDEX))) {
    throw new WebError(`There is no built web app in ${folder}. Run: npm run synth`);
  }
  return async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "GET" && request.method !== "HEAD") return void response.writeHead(405).end();
    const path = fileOf(request.url ?? "/");
    const content = path === undefined ? undefined : await readFile(join(folder, path)).catch(() => undefined);
    if (path === undefined || content === undefined) return void response.writeHead(404, SECURITY_HEADERS).end();
    await send(request, response, path, content);
  };
}

/** The file for a request's path in the build's folder. Undefined for a path that leaves the folder. */
function fileOf(url: string): string | undefined {
  const [encoded = "/"] = url.split(/[?#]/, 1);
  if (!URL.canParse(encoded, "http://localhost")) return undefined;
  const { pathname } = new URL(encoded, "http://localhost");
  if (isPage(pathname)) return INDEX;
  const path = relative("/", join("/", pathname));
  return path.startsWith("..") || path.startsWith(".") ? undefined : path.split(sep).join("/");
}

async function send(request: IncomingMessage, response: ServerResponse, path: string, content: Buffer): Promise<void> {
  const etag = `"${createHash("sha256").update(content).digest("base64url").slice(0, 22)}"`;
  const headers = { ...SECURITY_HEADERS, "cache-control": cacheControl(path), etag, vary: "accept-encoding" };
  if (request.headers["if-none-match"] === etag) return void response.writeHead(304, headers).end();
  const squeezed = /\bgzip\b/.test(String(request.headers["accept-encoding"])) && !path.endsWith(".png");
  const body = squeezed ? await promisify(gzip)(content) : content;
  response.writeHead(200, {
    ...headers,
    "content-type": contentType(path),
    "content-length": body.length,
    ...(squeezed && { "content-encoding": "gzip" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
