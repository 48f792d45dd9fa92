import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Agent, Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { openLure } from "./support/lure.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

/** Hands a mail in and opens it. */
async function open(lines: string[]): Promise<{ page: Page; raw: string }> {
  const { stack } = world();
  const raw = ["From: Kim <kim@customer.example>", `To: ${agent.address}`, ...lines, ""].join("\r\n");
  const [run] = await stack.waitForRun(await stack.handIn(raw, { from: "kim@customer.example", to: agent.address }));
  const page = await logInAs(world(), alice);
  await page.goto(`/conversations/${run?.run_id}`);
  return { page, raw };
}

test("a saved mail equals the mail that arrived byte for byte, below the mail service's own headers", async () => {
  const { page, raw } = await open(["Subject: To be kept", "X-Odd:  two  blanks", "", "Hello,\r\n\r\nwhen?"]);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save the mail" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^\d+-[0-9a-f]+\.eml$/);
  const saved = await readFile(await download.path(), "utf8");
  expect(saved).toMatch(/^Return-Path: <kim@customer\.example>\r\n/);
  expect(saved.slice(-raw.length)).toBe(raw);
});

/** One red pixel. */
const PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==";

test("pictures inside the mail are shown, and neither they nor remote ones cause a request", async () => {
  const lure = await openLure();
  try {
    const { page } = await open([
      "Subject: Our logo",
      "MIME-Version: 1.0",
      "Content-Type: multipart/related; boundary=parts",
      "",
      "--parts",
      "Content-Type: text/html",
      "",
      `<p>See</p><img id="own" src="cid:logo@customer.example" alt="logo"><img src="cid:lost" alt="A lost picture">`,
      `<img src="${lure.url}/pixel" alt="A picture of the web">`,
      "--parts",
      "Content-Type: image/png",
      "Content-ID: <logo@customer.example>",
      "Content-Transfer-Encoding: base64",
      "",
      PIXEL,
      "--parts--",
    ]);
    const asked: string[] = [];
    const ours = new URL(page.url()).origin;
    page.on("request", (request) => asked.push(request.url()));
    await page.getByRole("button", { name: "Show the HTML" }).click();
    const frame = page.frameLocator("iframe");
    await frame.getByText("A lost picture").waitFor();
    await frame.getByText("A picture of the web").waitFor();
    await page.getByText("Pictures from the web are not loaded").waitFor();
    const own = frame.locator("#own");
    expect(await own.getAttribute("src")).toBe(`data:image/png;base64,${PIXEL}`);
    expect((await own.boundingBox())?.width).toBe(1);
    await page.waitForLoadState("networkidle");
    expect(asked.filter((url) => !url.startsWith(`${ours}/`) && !url.startsWith("data:image/png"))).toEqual([]);
    expect(lure.connections()).toBe(0);
  } finally {
    await lure.close();
  }
});
