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

const looks = Object.keys(LOOKS).filter((look): look is Look => look in LOOKS);

describe.each(looks)("%s", (look) => {
  test.each(PAGES)("axe finds nothing wrong with $name, and nothing is wider than the window", async (shown) => {
    const page = await show(world(), shown, look, story);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
  });
});
