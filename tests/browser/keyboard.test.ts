import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { signUp, somebody } from "./support/people.ts";

const world = withBrowser();

/** The name of the focused element, as a screen reader says it. */
const FOCUSED = `(() => {
  const element = document.activeElement;
  const label = element.labels?.[0]?.innerText ?? element.getAttribute("aria-label") ?? element.innerText ?? "";
  return label.trim().split("\\n")[0];
})()`;

const focused = (page: Page) => page.evaluate<string>(FOCUSED);
const isFocused = (page: Page, name: string) => expect.poll(() => focused(page)).toBe(name);

/** Presses Tab until the element has the focus. A full round without it is a failure. */
async function tabTo(page: Page, name: string): Promise<void> {
  // The page may still be loading the element.
  await page.getByLabel(name).or(page.getByText(name)).first().waitFor();
  const passed: string[] = [];
  while ((await focused(page)) !== name) {
    if (passed.length > 60) throw new Error(`Tab never comes to "${name}": ${passed.join(", ")}`);
    await page.keyboard.press("Tab");
    passed.push(await focused(page));
  }
}

async function press(page: Page, name: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

async function type(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
}

test("a newcomer gets from sign-up to the first answer with the keyboard alone, and never loses the focus", async () => {
  const page = await world().visit("/signup");
  const alice = somebody("Alice Example");
  await isFocused(page, "Name");
  await page.keyboard.type(alice.name);
  await type(page, "E-mail", "alice");
  await type(page, "Password", alice.password);
  await page.keyboard.press("Enter");
  await page.getByText("Enter a full address").waitFor();
  await isFocused(page, "E-mail");
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(alice.email);
  await page.keyboard.press("Enter");
  await isFocused(page, "Home");

  await press(page, "Add a key");
  await isFocused(page, "AI keys");
  await press(page, "Add key of OpenAI");
  await isFocused(page, "Key");
  await page.keyboard.press("Escape");
  await isFocused(page, "Add key of OpenAI");
  await page.keyboard.press("Enter");
  await isFocused(page, "Key");
  await page.keyboard.type("sk-demo-alice-0123456789");
  await page.keyboard.press("Enter");
  await isFocused(page, "Replace key of OpenAI");

  await page.goto("/agents");
  await page.getByRole("button", { name: "Create agent" }).waitFor();
  await press(page, "Create agent");
  await isFocused(page, "Name");
  await page.keyboard.type("Support");
  await page.keyboard.press("Enter");
  await isFocused(page, "Support");
  await press(page, "Send a test mail");
  await isFocused(page, "Text");
  await press(page, "Send test mail");
  await page.getByText("played by the stub").waitFor();
  await tabTo(page, "Send another one");
  await page.keyboard.press("Escape");
  await isFocused(page, "Send a test mail");
});

test("a key is deleted with the keyboard alone, and the confirmation returns the focus", async () => {
  const { visit, stack } = world();
  const page = await visit("/signup");
  const bob = somebody("Bob Example");
  await signUp(page, bob);
  const login = await stack.api("POST", "/api/auth/login", { body: { email: bob.email, password: bob.password } });
  const { token } = JSON.parse(login.text);
  const body = { provider: "openai", apiKey: "sk-demo-bob-0123456789", modelName: "gpt-4o" };
  expect((await stack.api("POST", "/api/ai-config", { token, body })).status).toBe(201);

  await page.goto("/keys");
  await page.getByRole("button", { name: "More for OpenAI" }).waitFor();
  const ask = async () => {
    await press(page, "More for OpenAI");
    await isFocused(page, "Check again");
    await page.keyboard.press("ArrowUp");
    await isFocused(page, "Delete key");
    await page.keyboard.press("Enter");
    await isFocused(page, "Keep it");
  };
  await ask();
  await page.keyboard.press("Escape");
  await isFocused(page, "More for OpenAI");
  await ask();
  await press(page, "Delete key");
  await isFocused(page, "Add key of OpenAI");
});

test("the first Tab on a page offers to skip the navigation, and Escape closes a phone's menu", async () => {
  const page = await world().visit("/signup", { viewport: { width: 390, height: 844 } });
  await signUp(page, somebody("Eve Example"));
  await page.reload();
  await page.getByRole("link", { name: "Add a key" }).waitFor();
  await page.keyboard.press("Tab");
  await isFocused(page, "Skip to the content");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await isFocused(page, "Add a key");

  await page.getByRole("button", { name: "Open the menu" }).focus();
  await page.keyboard.press("Enter");
  await tabTo(page, "Log out");
  await page.keyboard.press("Tab");
  expect(await focused(page)).not.toBe("Add a key");
  await press(page, "Keys");
  await isFocused(page, "AI keys");
  await page.getByRole("button", { name: "Open the menu" }).focus();
  await page.keyboard.press("Enter");
  await tabTo(page, "Usage");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Usage" }).waitFor({ state: "hidden" });
  await isFocused(page, "Open the menu");
});
