import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { CDK_OUT } from "../../local/stack.ts";
import { readTemplate } from "../../local/template/read-template.ts";
import type { Template } from "../../local/template/template.ts";
import { PASSWORD } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logIn, logOut, signUp, somebody } from "./support/people.ts";

const open = withBrowser();
/** A team that requires every address to be verified before log-in. */
const confirming = withBrowser({ template: confirmEmail });

async function confirmEmail(): Promise<Template> {
  const template = await readTemplate(CDK_OUT);
  const resources = JSON.stringify(template.resources).replace(
    '"EMAIL_CONFIRMATION":"off"',
    '"EMAIL_CONFIRMATION":"on"',
  );
  return { ...template, resources: JSON.parse(resources) };
}

/** The newest code in the outbox, read as a person on one machine would. */
async function codeFor(page: Page, email: string): Promise<string> {
  const outbox = await page.context().newPage();
  await outbox.goto("/machine");
  const mail = outbox.locator(".mantine-Card-root", { hasText: email }).first();
  const code = /\b\d{6}\b/.exec(await mail.innerText())?.[0] ?? "";
  await outbox.close();
  return code;
}

test("an address is verified with the code that was sent to it, and with nothing else", async () => {
  const { visit, faults } = confirming();
  const page = await visit("/signup");
  const alice = somebody();
  await page.getByLabel("Name").fill(alice.name);
  await page.getByLabel("E-mail").fill(alice.email);
  await page.getByLabel("Password", { exact: true }).fill(alice.password);
  await page.getByRole("button", { name: "Create account" }).click();

  await page.getByText(`We have sent a code to ${alice.email}.`).waitFor();
  expect(page.url()).not.toContain("@");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Confirm and log in" }).click();
  await page.getByText("The code is wrong or has expired. Ask for a new one.").waitFor();
  expect(await page.getByLabel("Code").evaluate((field) => field === field.ownerDocument.activeElement)).toBe(true);

  await page.getByRole("button", { name: "Send a new code" }).click();
  await page.getByText("a code is on its way").waitFor();
  await page.getByLabel("Code").fill(await codeFor(page, alice.email));
  await page.getByRole("button", { name: "Confirm and log in" }).click();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
  // The browser itself logs each refusal. There is nothing else.
  expect(faults.filter((fault) => !fault.includes("400"))).toEqual([]);
});

test("a user who forgot the password sets a new one with a code, and is logged in", async () => {
  const { visit, stack } = open();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);
  const code = await codeFor(page, alice.email);
  const proved = { email: alice.email, password: PASSWORD, code };
  expect((await stack.api("POST", "/api/auth/confirm", { body: proved })).status).toBe(200);
  await logOut(page);

  await page.getByRole("link", { name: "Forgot your password?" }).click();
  await page.getByLabel("E-mail").fill(alice.email);
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByText(`If ${alice.email} is the confirmed address`).waitFor();
  await page.getByLabel("Code").fill(await codeFor(page, alice.email));
  await page.getByLabel("New password").fill("another horse battery");
  await page.getByRole("button", { name: "Set password and log in" }).click();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();

  await logOut(page);
  await logIn(page, alice.email, "another horse battery");
});

test("a link into the app leads through the log-in page to its target, and to no other site", async () => {
  const { visit } = open();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);
  await logOut(page);
  await page.goto("/usage?group_by=model");
  await logIn(page, alice.email);
  await page.waitForURL("**/usage?group_by=model");
  await logOut(page);

  for (const next of ["//evil.example/", "/\\evil.example/", "https://evil.example/"]) {
    await page.goto(`/login?next=${encodeURIComponent(next)}`);
    await logIn(page, alice.email);
    await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();
    expect(new URL(page.url()).hostname).toBe("localhost");
    await logOut(page);
  }
});
