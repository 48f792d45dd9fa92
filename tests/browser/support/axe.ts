import axe, { type AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe finds wrong with the page as it is, one line for each place. Empty if there is nothing. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  // Evaluated instead of added as a script, because the page's CSP allows only the app's own scripts. Once a page.
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source);
  const { violations }: AxeResults = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, any }) => `${id} at ${target.join(" ")}: ${any[0]?.message ?? ""}`),
  );
}
