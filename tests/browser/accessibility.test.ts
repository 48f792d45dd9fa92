import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { LOOKS, type Look, PAGES, type ShownPage } from "./support/pages.ts";
import { show } from "./support/show.ts";
import { type Story, tellStory } from "./support/story.ts";

/** Enough mails to scroll through. The list would render no more rows of 10,000. */
const SCREENS_OF_MAILS = 300;

const world = withBrowser();
let story: Story;
beforeAll(async () => {
  story = await tellStory(world().stack, SCREENS_OF_MAILS);
});

/** What is prepared on a phone may differ, as the menu does that has to be opened, so such a page gets a second visit. */
const [prepared, plain] = [PAGES.filter(({ prepare }) => prepare), PAGES.filter(({ prepare }) => !prepare)];
const visits = (pages: ShownPage[], looks: Look[]) => pages.map((shown) => ({ name: shown.name, shown, looks }));
const VISITS = [
  ...visits(plain, ["light", "dark", "phone"]),
  ...visits(prepared, ["light", "dark"]),
  ...visits(prepared, ["phone"]),
];

test.each(VISITS)(
  "axe finds nothing wrong with $name in $looks, nothing is wider than the window, and a dialog is centred",
  async ({ shown, looks: [first = "light", ...others] }) => {
    const page = await show(world(), shown, first, story);
    for (const look of [first, ...others]) {
      await turn(page, look);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
      expect(Math.abs(await offCentre(page))).toBeLessThanOrEqual(1);
    }
  },
);

/** The dots of a loading indicator are animated without end. */
const ENDS = "({ effect }) => effect.getComputedTiming().endTime !== Infinity";

/**
 * Changes colour scheme and window of the loaded page, without transitions, because axe would otherwise see a colour
 * that is half-way to its new value.
 */
async function turn(page: Page, look: Look): Promise<void> {
  const { colorScheme, viewport } = LOOKS[look];
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize(viewport);
  await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor({ state: "attached" });
  await page.evaluate(`Promise.all(document.getAnimations().filter(${ENDS}).map(({ finished }) => finished))`);
}

/** How much wider the space at the left of an open dialog is than at its right. 0 if there is no dialog. */
async function offCentre(page: Page): Promise<number> {
  for (const dialog of await page.getByRole("dialog").all()) {
    const { x = 0, width = 0 } = (await dialog.boundingBox()) ?? {};
    return x - ((await page.evaluate<number>("document.documentElement.clientWidth")) - x - width);
  }
  return 0;
}
