import { beforeAll, expect, test } from "vitest";
import { putRuns, restingRun } from "../support/many-runs.ts";
import { createAgent, type Person, signUp } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logIn } from "./support/people.ts";

const MAILS = 10_000;
const world = withBrowser();
let alice: Person;

beforeAll(async () => {
  const { stack } = world();
  alice = await signUp(stack, "Alice");
  const agent = await createAgent(stack, alice);
  const of = { user_id: alice.id, agent_id: agent.id };
  const runs = Array.from({ length: MAILS }, (_, at) =>
    restingRun(`m${at}`, at, { ...of, from: `Person ${at} <p${at}@customer.example>`, subject: `Mail ${at}` }),
  );
  await putRuns(stack, runs);
});

test("10,000 mails can be scrolled and searched, with only a screenful of elements", async () => {
  const page = await world().visit("/login");
  await logIn(page, alice.email);
  await page.goto("/conversations");
  const rows = page.getByRole("list", { name: "Conversations" }).getByRole("link");
  await rows.first().waitFor();
  const bottom = async () => {
    await rows.last().evaluate((row) => row.closest("ul")?.parentElement?.scrollBy(0, 1e6));
    return Number(/Mail (\d+)/.exec(await rows.last().innerText())?.[1]);
  };
  await expect.poll(bottom, { interval: 20, message: world().faults.join() }).toBeGreaterThan(500);
  expect(await rows.count()).toBeLessThan(60);
  expect(await page.locator("*").count()).toBeLessThan(2_000);

  await page.keyboard.press("/");
  await page.keyboard.type(`p${MAILS - 1}@customer`);
  await page.getByRole("link", { name: `Mail ${MAILS - 1}` }).waitFor();
  expect(await rows.count()).toBe(1);
  await page.getByRole("link", { name: `Mail ${MAILS - 1}` }).click();
  await page.getByRole("heading", { name: `Mail ${MAILS - 1}` }).waitFor();
});
