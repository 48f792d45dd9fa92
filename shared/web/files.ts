/** How the built web app is served, in the cloud and on one machine. */

/** What every page is; it reads the address by itself. */
export const INDEX = "index.html";

/** Whether a path is a page's: then its last part has no dot. CloudFront runs this text too, so it uses nothing else. */
export function isPage(path: string): boolean {
  return path.slice(path.lastIndexOf("/")).indexOf(".") === -1;
}

/** The build names every file in here by a hash of what is in it, so a browser may keep it for ever. */
const ASSETS = "assets/";
const KEEP_FOR_EVER = "public, max-age=31536000, immutable";
/** All else is asked for again each time, and sent again only where it has changed. */
const ASK_EACH_TIME = "no-cache";

export function cacheControl(path: string): string {
  return path.startsWith(ASSETS) ? KEEP_FOR_EVER : ASK_EACH_TIME;
}

const TYPES: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  txt: "text/plain; charset=utf-8",
  json: "application/json",
  woff2: "font/woff2",
};

export function contentType(path: string): string {
  return TYPES[path.split(".").at(-1) ?? ""] ?? "application/octet-stream";
}
