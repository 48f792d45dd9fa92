import type { Page } from "playwright-core";
import {
  type Agent,
  createAgent as addAgent,
  signUp as addPerson,
  PASSWORD,
  type Person,
  storeKey,
} from "../../support/people.ts";
import type { TestStack } from "../../support/stack.ts";
import type { BrowserWorld } from "./browser.ts";

let people = 0;

export type Newcomer = { name: string; email: string; password: string };

/** A new person at each call. */
export function somebody(name = "Alice Example"): Newcomer {
  people += 1;
  return { name, email: `person${people}@example.com`, password: PASSWORD };
}

/** Creates Alice by the API, with a key and an agent that answers. */
export async function someOwner(stack: TestStack): Promise<{ alice: Person; agent: Agent }> {
  const alice = await addPerson(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  return { alice, agent: await addAgent(stack, alice) };
}

/** A page of a new browser in which a person is logged in. */
export async function logInAs({ visit }: Pick<BrowserWorld, "visit">, { email }: { email: string }): Promise<Page> {
  const page = await visit("/login");
  await logIn(page, email);
  return page;
}

/** Fills in the sign-up page and waits for the home page. */
export async function signUp(page: Page, person: Newcomer): Promise<void> {
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
}

/** Fills in the log-in page and waits for the next page. */
export async function logIn(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Log in" }).click();
  // A phone hides the navigation until it is opened.
  await page.locator("nav").waitFor({ state: "attached" });
}

/** Logs out and waits for the log-in page. */
export async function logOut(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("heading", { name: "Log in", level: 1 }).waitFor();
}

/** Stores a key on the open page of keys, and waits for its card. */
export async function addKey(page: Page, provider: string, key: string, model: string): Promise<void> {
  await page.getByRole("button", { name: `Add key of ${provider}` }).click();
  await page.getByLabel("Key", { exact: true }).fill(key);
  // The label also names the input's list.
  const modelInput = page.getByLabel("Model", { exact: true }).and(page.locator("input"));
  await modelInput.fill(model);
  // The list would cover the button.
  await modelInput.press("Tab");
  await page.getByRole("button", { name: "Check and save" }).click();
  await page.getByRole("button", { name: `Replace key of ${provider}` }).waitFor();
}

/** Creates an agent on the open page of agents, and waits for the agent's own page. */
export async function createAgent(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Create agent" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Create agent" }).click();
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}
