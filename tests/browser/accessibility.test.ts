import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { LOOKS, type Look, PAGES } from "./support/pages.ts";
import { show } from "./support/show.ts";
import { type Story, tellStory } from "./support/story.ts";

const world = withBrowser();
let story: Story;
beforeAll(async () => {
  story = await tellStory(world().stack);
});

/** The colours change on the page as it stands; the phone's width has a menu of its own to open. */
const VISITS: Look[][] = [["light", "dark"], ["phone"]];

describe.each(VISITS)("%s %s", (first, ...others) => {
  test.each(PAGES)("axe finds nothing wrong with $name, and nothing is wider than the window", async (shown) => {
    const page = await show(world(), shown, first, story);
    for (const look of [first, ...others]) {
      await turn(page, LOOKS[look].colorScheme);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    }
  });
});

/** Changes the colours; axe would see one that is half way to its new one. */
async function turn(page: Page, colorScheme: "light" | "dark"): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: "attached" });
  await page.evaluate("Promise.all(document.getAnimations().map(({ finished }) => finished))");
}
