import type { Page } from "playwright-core";

let people = 0;

export type Person = { name: string; email: string; password: string };

/** Somebody new at each call. */
export function somebody(name = "Alice Example"): Person {
  people += 1;
  return { name, email: `person${people}@example.com`, password: "correct horse battery" };
}

/** Fills in the sign-up page and waits for the home page. */
export async function signUp(page: Page, person: Person): Promise<void> {
  await page.getByLabel("Name").fill(person.name);
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
}
