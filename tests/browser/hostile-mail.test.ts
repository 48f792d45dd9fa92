import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import {
  HOSTILE_ANSWER,
  HOSTILE_FILE,
  HOSTILE_NAME,
  HOSTILE_SUBJECT,
  hostileHtml,
  hostileMail,
} from "./support/hostile-mails.ts";
import { openLure } from "./support/lure.ts";
import { logIn } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
let lure: Awaited<ReturnType<typeof openLure>>;
beforeAll(async () => {
  const { stack } = world();
  lure = await openLure();
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  agent = await createAgent(stack, alice);
  await stack.answerWith({ text: HOSTILE_ANSWER });
});
afterAll(() => lure?.close());

/**
 * Opens a mail with this HTML in the list, as text, with its answer, and as HTML, and records what the browser does.
 */
async function read(name: string, html: string): Promise<{ page: Page; seen: string[] }> {
  const { stack, visit } = world();
  const raw = hostileMail(html, agent.address, name.replaceAll(" ", "-"));
  await stack.waitForRun(await stack.handIn(raw, { from: "mallory@customer.example", to: agent.address }));
  const page = await visit("/login");
  await logIn(page, alice.email);
  await page.goto("/conversations");
  const seen = watch(page);
  await page.getByRole("link", { name: HOSTILE_NAME }).first().click();
  await page.getByRole("heading", { name: HOSTILE_SUBJECT }).waitFor();
  await page.getByText(HOSTILE_FILE).waitFor();
  await page.getByText(HOSTILE_ANSWER).waitFor();
  await page.getByRole("button", { name: "What happened" }).click();
  await page.getByRole("button", { name: "Show the HTML" }).click();
  await page.frameLocator("iframe").locator("#begin").first().waitFor();
  await page.waitForTimeout(1_000);
  return { page, seen };
}

/** Records everything that a mail must not cause. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  const { origin } = new URL(page.url());
  page.on("dialog", (dialog) => {
    seen.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.context().on("page", (other) => seen.push(`page: ${other.url()}`));
  page.on("download", (file) => seen.push(`download: ${file.url()}`));
  page.on("framenavigated", (frame) => {
    const isOurs = frame === page.mainFrame() && new URL(frame.url()).pathname.startsWith("/conversations");
    if (!isOurs && frame.url() !== "about:srcdoc") seen.push(`navigation: ${frame.url()}`);
  });
  page.on("request", (request) => {
    const { origin: to, pathname } = new URL(request.url());
    if (to !== origin || !/^\/(?:api\/|assets\/|_local\/|favicon\.svg$)/.test(pathname))
      seen.push(`request: ${request.url()}`);
  });
  return seen;
}

test.each(Object.keys(hostileHtml("")))("a mail with %s does nothing and loads nothing, in any view", async (name) => {
  const { page, seen } = await read(name, hostileHtml(lure.url)[name] ?? "");
  const frame = page.frameLocator("iframe");
  for (const link of await frame.locator("a, button").all()) await link.dispatchEvent("click");
  await page.waitForTimeout(500);
  expect(seen).toEqual([]);
  expect(lure.connections()).toBe(0);
  expect(await page.evaluate("window.hacked")).toBeUndefined();
  expect(await page.locator("[onerror], [onload], script:not([src])").count()).toBe(0);
});

test("each of the three walls works by itself: the sanitizer, the frame's policy, and its sandbox", async () => {
  const all = Object.values(hostileHtml(lure.url)).join("\n");
  const { page } = await read("all at once", all);
  const frame = page.locator("iframe");
  expect(await frame.getAttribute("sandbox")).toBe("");
  const shown = (await frame.getAttribute("srcdoc")) ?? "";
  expect(shown).toMatch(
    /^<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'/,
  );
  expect(shown).toContain("The end.");
  expect(shown.match(/<meta/g)).toHaveLength(1);
  expect(shown).not.toMatch(/<(?:script|link|base|iframe|object|embed|svg|math|video|audio|form|input|template)\b/i);
  expect(shown).not.toMatch(/<[^>]*\s(?:on\w+|href|srcset|ping|poster|background|action|target|data)=/i);
});

test("a link in a mail is inert and shows its target", async () => {
  const { page } = await read("a link", `<p id="begin">Look at <a href="https://shop.example/?id=1">our shop</a>.`);
  const link = page.frameLocator("iframe").getByText("our shop");
  expect(await link.getAttribute("title")).toBe("https://shop.example/?id=1");
  await page.getByText("Links are switched off").waitFor();
});
