import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import * as z from "zod";
import { WEB_DIST } from "../../infra/web-build.ts";
import { INDEX } from "../../shared/web/files.ts";

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
});
const manifest = z
  .record(z.string(), chunk)
  .parse(JSON.parse(readFileSync(join(WEB_DIST, ".vite", "manifest.json"), "utf8")));

/** The gzipped size of the code that a browser loads before it shows a page that is opened directly. */
const MOST = 180 * 1_024;

const SHELL = "src/layout/shell.tsx";
const AUTH = "src/layout/auth-layout.tsx";
const BEFORE_LOGIN = /pages\/(log-in|sign-up|confirm|forgot-password|reset-password)\//;

/** The chunk and all of its static imports. */
function closure(name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  for (const each of manifest[name]?.imports ?? []) closure(each, seen);
  return seen;
}

function code(name: string): string {
  return readFileSync(join(WEB_DIST, manifest[name]?.file ?? ""), "utf8");
}

function gzipped(names: string[]): number {
  const files = new Set(names.flatMap((name) => [...closure(name)]).map((name) => manifest[name]?.file ?? ""));
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(WEB_DIST, file))).length, 0);
}

/** Pages have the names of their folders. Other lazy chunks are parts of a page, such as a chart or a mail's frame. */
const pages = Object.keys(manifest).filter((name) => /^src\/pages\/([\w-]+)\/\1\.tsx$/.test(name));

test.each(pages)("the code of %s stays within its budget, without a chart", (page) => {
  const layout = BEFORE_LOGIN.test(page) ? AUTH : SHELL;
  expect(gzipped([INDEX, layout, page])).toBeLessThanOrEqual(MOST);
  expect([...closure(page)].filter((name) => code(name).includes("recharts"))).toEqual([]);
});

test("the API's schemas are not in the web bundle", () => {
  const chunks = Object.keys(manifest).filter((name) => manifest[name]?.file.endsWith(".js"));
  expect(chunks.filter((name) => /invalid_union|ZodMini/.test(code(name)))).toEqual([]);
});

test("the page has no inline script, which the CSP would block", () => {
  const page = readFileSync(join(WEB_DIST, INDEX), "utf8");
  const scripts = page.match(/<script\b[^>]*>[^<]*/g) ?? [];
  expect(scripts.length).toBeGreaterThan(0);
  for (const script of scripts) expect(script).toMatch(/^<script type="module" crossorigin src="\/assets\/[^"]+">$/);
  expect(page).not.toMatch(/\son\w+=/);
});

test("the bundle has the styles of exactly the Mantine components in use", () => {
  const classes = (text: string) => new Set(text.match(/\bm_[0-9a-f]{6,8}\b/g));
  const assets = join(WEB_DIST, "assets");
  const sent = (end: string) =>
    readdirSync(assets).flatMap((name) => (name.endsWith(end) ? [readFileSync(join(assets, name), "utf8")] : []));
  const styled = classes(readFileSync("node_modules/@mantine/core/styles.css", "utf8"));
  const needed = [...classes(sent(".js").join("\n"))].filter((name) => styled.has(name));
  expect(needed.length).toBeGreaterThan(50);
  const there = classes(sent(".css").join("\n"));
  expect(needed.filter((name) => !there.has(name))).toEqual([]);
});
