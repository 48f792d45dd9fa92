import type { Page } from "playwright-core";
import type { Person } from "../../support/people.ts";
import type { BrowserWorld } from "./browser.ts";
import { LOOKS, type Look, type ShownPage } from "./pages.ts";
import { logIn } from "./people.ts";
import type { Story } from "./story.ts";

/** Opens a page of the list, logged in if necessary, and waits until it is stable. */
export async function show(world: BrowserWorld, shown: ShownPage, look: Look, story: Story): Promise<Page> {
  const { as } = shown;
  const { viewport, colorScheme } = LOOKS[look];
  const page = await world.once(`${as} ${look}`, () =>
    as === "visitor" ? world.visit("/login", LOOKS[look]) : loggedIn(world, look, story.people[as]),
  );
  // As it was left, the page may have another look.
  await page.setViewportSize(viewport);
  await page.emulateMedia({ colorScheme });
  await page.goto(shown.path(story));
  await settle(page);
  await shown.prepare?.(page, story);
  await settle(page);
  return page;
}

async function loggedIn({ visit }: BrowserWorld, look: Look, { email }: Person): Promise<Page> {
  const page = await visit("/login", LOOKS[look]);
  await logIn(page, email);
  return page;
}

/** Waits until no request is running, nothing is loading, and the heading is there. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.getByRole("status", { name: "Loading" }).first().waitFor({ state: "detached" });
}
