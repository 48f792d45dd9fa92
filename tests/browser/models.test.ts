import { expect, test } from "vitest";
import { signUp, storeKey } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs } from "./support/people.ts";

const world = withBrowser();

test("a key whose model ends says so, and switches to the recommended model with one click", async () => {
  const { stack } = world();
  const olga = await signUp(stack, "Olga");
  await storeKey(stack, olga, "openai", "sk-demo-olga-0123456789", "gpt-4o");
  const page = await logInAs(world(), olga);
  await page.goto("/keys");
  // The last day is 14 January 2027. The pattern matches before and after it.
  const end = page.getByText(/OpenAI (ends|has announced the end of) gpt-4o/);
  await end.waitFor();
  await page.getByRole("button", { name: "Use gpt-6-luna" }).click();
  await page.getByText("answers with gpt-6-luna from now on").waitFor();
  await end.waitFor({ state: "detached" });
});

test("a price is requested where no list has one, and is kept", async () => {
  const { stack } = world();
  const nils = await signUp(stack, "Nils");
  await storeKey(stack, nils, "openai", "sk-demo-nils-0123456789", "gpt-6-luna");
  const page = await logInAs(world(), nils);
  await page.goto("/keys");
  await page.getByRole("button", { name: "Settings of OpenAI" }).click();
  const price = page.getByLabel("Input price, in USD");
  await page.getByText("Left empty, it is").waitFor();
  expect(await price.count()).toBe(0);
  await page.getByRole("combobox", { name: "Model" }).fill("gpt-in-house");
  await price.fill("2.5");
  await page.getByLabel("Output price").fill("8");
  await page.getByRole("button", { name: "Save settings" }).click();
  await page.getByText("The settings are saved.").waitFor();
  await page.getByRole("button", { name: "Settings of OpenAI" }).click();
  expect(await price.inputValue()).toBe("2.5");
});
