import { mkdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { withBrowser } from "../support/browser.ts";
import { LOOKS, type Look, PAGES } from "../support/pages.ts";
import { show } from "../support/show.ts";
import { type Story, tellStory } from "../support/story.ts";

/**
 * `npm run screenshots` takes a picture of every page in every look. `npm run screenshots -- -t keys` takes some of
 * them. Git ignores the folder. The one that the README shows is copied to docs/screenshots/.
 */
const FOLDER = "screenshots";
/** Most pictures have half this size. Two panes full of long words compress badly. */
const MAX_BYTES = 120_000;

const world = withBrowser();
let story: Story;
beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  story = await tellStory(world().stack, 10_000);
});

const looks = Object.keys(LOOKS).filter((look): look is Look => look in LOOKS);

describe.each(PAGES)("$name", (shown) => {
  test.each(looks)("%s", async (look) => {
    const page = await show(world(), shown, look, story);
    const path = join(FOLDER, `${shown.name}-${look}.png`);
    await page.screenshot({ path, animations: "disabled", caret: "hide" });
    expect((await stat(path)).size).toBeLessThan(MAX_BYTES);
  });
});
