import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { explain } from "../../../local/explain.ts";
import { serve } from "../../../local/http/serve.ts";
import { writeJson } from "../../../local/http/write-json.ts";
import { createWeb } from "../../../local/web/web.ts";
import { SECURITY_HEADERS } from "../../../shared/web/security-headers.ts";

let folder: string;
let server: { port: number; stop(): Promise<void> };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-web-"));
  const dist = join(folder, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await mkdir(join(dist, ".vite"));
  await writeFile(join(folder, "secret.txt"), "not for the web");
  await writeFile(join(dist, ".vite", "manifest.json"), "{}");
  await writeFile(join(dist, "index.html"), "<title>Latchkey</title>");
  await writeFile(join(dist, "assets", "index-abc.js"), "export {};");
  const named = (name: string) => async (_: unknown, response: Parameters<typeof writeJson>[0]) =>
    writeJson(response, 404, { name });
  server = await serve({
    port: 0,
    api: named("api"),
    control: named("control"),
    web: createWeb(dist),
    onError: (error) => expect.unreachable(String(error)),
  });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const get = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${server.port}${path}`, init);

test.each(["/", "/keys", "/agents/0192-ab", "/login?next=%2Fkeys"])(
  "%s returns the page, which is revalidated each time",
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("<title>Latchkey</title>");
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(Object.fromEntries(answer.headers)).toMatchObject(SECURITY_HEADERS);
  },
);

test("a file with a hash in its name is cached for ever", async () => {
  const answer = await get("/assets/index-abc.js");
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
});

test("an unchanged page is not sent again", async () => {
  const etag = (await get("/")).headers.get("etag") ?? "";
  expect((await get("/", { headers: { "if-none-match": etag } })).status).toBe(304);
});

test.each([
  ["/api/nothing", "api"],
  ["/_local/nothing", "control"],
])("%s does not return the page", async (path, name) => {
  const answer = await get(path);
  expect([answer.status, await answer.json()]).toEqual([404, { name }]);
});

test("a missing file does not return the page, so a browser never gets HTML for a script", async () => {
  expect((await get("/assets/index-old.js")).status).toBe(404);
});

test.each([
  "/../secret.txt",
  "/assets/..%2f..%2fsecret.txt",
  "/%2e%2e/secret.txt",
  "/.vite/manifest.json",
  "//x/../../secret.txt",
])("%s reads no file outside the published folder", async (path) => {
  // fetch would normalize the path before sending it.
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  request({ port: server.port, path }, (answer) => resolve(answer.resume().statusCode)).end();
  expect(await promise).toBe(404);
});

test("methods other than GET and HEAD are refused", async () => {
  expect((await get("/keys", { method: "POST" })).status).toBe(405);
});

test("the error for a missing build says how to make one", () => {
  let error: unknown;
  try {
    createWeb(join(folder, "nothing"));
  } catch (caught) {
    error = caught;
  }
  expect(explain(error)).toBe(`There is no built web app in ${join(folder, "nothing")}. Run: npm run synth`);
});
