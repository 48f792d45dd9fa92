import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import type { StackOptions } from "../../../local/stack.ts";
import { WEB_DIST } from "../../../local/web/web.ts";
import { startTestStack, type TestStack } from "../../support/stack.ts";
import { CHROMIUM } from "./chromium-files.ts";

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: CHROMIUM.executable,
    // Root cannot use the sandbox, and the pages are our own.
    chromiumSandbox: false,
    args: ["--no-zygote", "--disable-gpu", "--font-render-hinting=none"],
    env: { ...process.env, ...CHROMIUM.variables },
  });
}

export type BrowserWorld = {
  stack: TestStack;
  /** Opens a page in a separate browser that shares no cookie, storage or cache. It is closed after the test. */
  visit(path: string, options?: BrowserContextOptions): Promise<Page>;
  /** Like `visit`, but the page stays open. The next caller with the same name gets it as it was left. */
  once(name: string, open: () => Promise<Page>): Promise<Page>;
  /** Unexpected console messages and errors of the pages. */
  faults: string[];
};

/** One machine with the built web app, and one browser, for all tests of a file. Call the result inside a test. */
export function withBrowser(options: StackOptions = {}): () => BrowserWorld {
  let world: (BrowserWorld & { close(): Promise<void>; forget(): Promise<void> }) | undefined;
  beforeAll(async () => {
    world = await openWorld(options);
  });
  afterEach(() => world?.forget());
  afterAll(() => world?.close());
  return () => {
    if (!world) throw new Error("The browser runs only inside a test.");
    return world;
  };
}

async function openWorld(options: StackOptions) {
  const [stack, browser] = await Promise.all([startTestStack({ web: WEB_DIST, ...options }), launch()]);
  const faults: string[] = [];
  const kept = new Map<string, Page>();
  return {
    stack,
    faults,
    async visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
      // localhost and not 127.0.0.1: only there does Chromium accept a Secure cookie without TLS.
      const baseURL = stack.url.replace("127.0.0.1", "localhost");
      const context = await browser.newContext({ baseURL, reducedMotion: "reduce", ...options });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      page.on("pageerror", (error) => faults.push(String(error)));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      await page.goto(path);
      return page;
    },
    async once(name: string, open: () => Promise<Page>): Promise<Page> {
      const page = kept.get(name) ?? (await open());
      kept.set(name, page);
      return page;
    },
    async forget(): Promise<void> {
      faults.length = 0;
      const stay = new Set([...kept.values()].map((page) => page.context()));
      await Promise.all(browser.contexts().map((context) => stay.has(context) || context.close()));
    },
    async close(): Promise<void> {
      await browser.close();
      await stack.stop();
    },
  };
}
