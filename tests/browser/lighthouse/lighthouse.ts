import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type Page } from "playwright-core";
import * as z from "zod";
import { closeServer, listen } from "../../../local/http/listen.ts";
import { startStack } from "../../../local/stack.ts";
import { synthesize } from "../../../local/synth.ts";
import { WEB_DIST } from "../../../local/web/web.ts";
import { CHROMIUM, unpackChromium } from "../support/chromium-files.ts";

/**
 * `npm run lighthouse` measures Lighthouse's four categories for the built app, before and after log-in. npx fetches
 * Lighthouse, because its 114 packages (176 MB) are not worth having in every install.
 */
const LIGHTHOUSE = "lighthouse@13.5.0";
const PAGES = ["/login", "/signup", "/", "/keys", "/agents", "/conversations", "/usage", "/account"];
const ENOUGH = 95;

const report = z.object({
  categories: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
  audits: z.record(z.string(), z.object({ title: z.string(), score: z.number().nullable() })),
});

await Promise.all([synthesize(), unpackChromium()]);
await using owned = new AsyncDisposableStack();
const folder = await mkdtemp(join(tmpdir(), "latchkey-lighthouse-"));
owned.defer(() => rm(folder, { recursive: true, force: true }));
const stack = await startStack({ port: 0, smtpPort: 0, web: WEB_DIST });
owned.defer(() => stack.stop());
const port = await freePort();
const browser = await chromium.launchPersistentContext(join(folder, "profile"), {
  executablePath: CHROMIUM.executable,
  chromiumSandbox: false,
  args: ["--no-zygote", "--disable-gpu", `--remote-debugging-port=${port}`],
  env: { ...process.env, ...CHROMIUM.variables },
});
owned.defer(() => browser.close());

const url = stack.url.replace("127.0.0.1", "localhost");
const page = await browser.newPage();
let good = true;
for (const path of PAGES) {
  if (path === "/") await signUp(page);
  const { categories, audits } = await measure(`${url}${path}`);
  const scores = Object.values(categories).map(({ title, score }) => [title, Math.round((score ?? 0) * 100)] as const);
  process.stdout.write(`${path.padEnd(16)}${scores.map(([title, score]) => `${title} ${score}`).join("  ")}\n`);
  if (scores.every(([, score]) => score >= ENOUGH)) continue;
  good = false;
  const faults = Object.values(audits).filter(({ score }) => score !== null && score < 0.9);
  process.stdout.write(faults.map(({ title }) => `    ${title}\n`).join(""));
}
if (!good) process.exitCode = 1;

/** Lighthouse takes over the running browser with its session. */
async function measure(address: string): Promise<z.infer<typeof report>> {
  const file = join(folder, "report.json");
  const categories = "--only-categories=performance,accessibility,best-practices,seo";
  const options = [
    categories,
    `--port=${port}`,
    "--disable-storage-reset",
    "--output=json",
    `--output-path=${file}`,
    "--quiet",
  ];
  const lighthouse = spawn("npx", ["--yes", LIGHTHOUSE, address, ...options], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = await once(lighthouse, "exit");
  if (code !== 0) throw new Error(`Lighthouse could not measure ${address}`);
  return report.parse(JSON.parse(await readFile(file, "utf8")));
}

async function signUp(page: Page): Promise<void> {
  await page.goto(`${url}/signup`);
  await page.getByLabel("Name").fill("Alice");
  await page.getByLabel("E-mail").fill("alice@example.com");
  await page.getByLabel("Password", { exact: true }).fill("correct horse battery");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
  // A second page of the app would renew the session at the same time.
  await page.goto("about:blank");
}

async function freePort(): Promise<number> {
  const server = createServer();
  const free = await listen(server, 0);
  await closeServer(server);
  return free;
}
