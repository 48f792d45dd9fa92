import { stat } from "node:fs/promises";
import { expect, test } from "vitest";
import { createAgent, signUp, storeKey } from "../../support/people.ts";
import { startTestStack } from "../../support/stack.ts";
import { launch } from "../support/browser.ts";
import { drawDashboard } from "./draw.ts";
import { measuredIn } from "./measured.ts";
import { readWidgets } from "./widgets.ts";

/**
 * `npm run dashboard`: the dashboard of the template as a picture, docs/dashboard.png. Its numbers are those of a run of
 * one machine, taken from the log lines as CloudWatch takes them; what only AWS measures is left out.
 */
const FILE = "docs/dashboard.png";

async function run(): Promise<string[]> {
  const stack = await startTestStack();
  try {
    const alice = await signUp(stack, "Alice");
    const bob = await signUp(stack, "Bob");
    await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4");
    await storeKey(stack, bob, "anthropic", "sk-ant-demo-bob-0123456789", "claude-sonnet-4-5");
    const to = [
      await createAgent(stack, alice),
      await createAgent(stack, bob),
      await createAgent(stack, bob, { mode: "draft" }),
    ];
    for (const [i, agent] of [...to, ...to, ...to].entries()) {
      const from = `customer${i}@shop.example`;
      await stack.waitForRun(
        await stack.sendMail({ from, to: agent.address, subject: "Hours", text: "When are you open?" }),
      );
    }
    const headers = { "Auto-Submitted": "auto-replied" };
    const away = { from: "away@shop.example", to: to[0]?.address ?? "", subject: "Away", text: "I am away.", headers };
    await stack.waitForRun(await stack.sendMail(away));
    await stack.answerWith({ status: 401 });
    const last = { from: "late@shop.example", to: to[0]?.address ?? "", subject: "Hours", text: "And on Sunday?" };
    await stack.waitForRun(await stack.sendMail(last));
    // A function's lines come a moment after what it did.
    await expect.poll(() => stack.logs.filter((line) => line.includes('"run_rested"')).length).toBeGreaterThan(10);
    return [...stack.logs];
  } finally {
    await stack.stop();
  }
}

test("the dashboard as it looks after a run of one machine", async () => {
  const { html, height } = drawDashboard(readWidgets(), measuredIn(await run()));
  const browser = await launch();
  try {
    const page = await browser.newPage({ viewport: { width: 1536, height } });
    await page.setContent(html);
    await page.screenshot({ path: FILE });
  } finally {
    await browser.close();
  }
  expect((await stat(FILE)).size).toBeLessThan(400_000);
});
