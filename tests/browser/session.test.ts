import { expect, test } from "vitest";
import { withBrowser } from "./support/browser.ts";
import { logIn, logOut, signUp, somebody } from "./support/people.ts";

const world = withBrowser();

test("a user signs up, is still logged in after a reload, and logs out", async () => {
  const { visit, faults } = world();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);

  await page.reload();
  await page.getByText(alice.email).waitFor();
  await page.getByRole("heading", { name: "Home", level: 1 }).waitFor();

  await logOut(page);
  await page.reload();
  await page.getByRole("heading", { name: "Log in", level: 1 }).waitFor();
  expect(faults).toEqual([]);
});

test("no storage, cookie or address that a script can read contains a token", async () => {
  const page = await world().visit("/signup");
  await signUp(page, somebody());
  const seen = await page.evaluate(
    "JSON.stringify([localStorage, sessionStorage, document.cookie, location.href, history.state])",
  );
  expect(seen).not.toMatch(/eyJ|latchkey_refresh/);
  const cookies = await page.context().cookies();
  expect(cookies).toMatchObject([
    { name: "latchkey_refresh", httpOnly: true, secure: true, sameSite: "Strict", path: "/api/auth" },
  ]);
});

test("many tabs opened at the same moment renew the session one after the other, and none is logged out", async () => {
  const { visit, faults } = world();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);
  const context = page.context();
  const renewals = { atOnce: 0, most: 0, all: 0 };
  await context.route("**/api/auth/refresh", async (route) => {
    renewals.all += 1;
    renewals.atOnce += 1;
    renewals.most = Math.max(renewals.most, renewals.atOnce);
    const response = await route.fetch();
    renewals.atOnce -= 1;
    await route.fulfill({ response });
  });
  const tabs = await Promise.all(Array.from({ length: 4 }, () => context.newPage()));
  await Promise.all([...tabs, page].map((tab) => tab.goto("/account")));
  for (const tab of [...tabs, page]) await tab.getByRole("heading", { name: "Account", level: 1 }).waitFor();
  expect(renewals).toEqual({ atOnce: 0, most: 1, all: 5 });
  expect(faults).toEqual([]);
});

test("a tab is logged out together with another, and follows it into another account", async () => {
  const { visit } = world();
  const page = await visit("/signup");
  const alice = somebody("Alice");
  await signUp(page, alice);
  const neighbour = await page.context().newPage();
  await neighbour.goto("/account");
  await neighbour.getByRole("heading", { name: "Account", level: 1 }).waitFor();

  await logOut(page);
  await neighbour.getByRole("heading", { name: "Log in", level: 1 }).waitFor();

  await page.goto("/signup");
  const bob = somebody("Bob");
  await signUp(page, bob);
  await neighbour.locator("nav").getByText(bob.email).waitFor();
  expect(await neighbour.getByText(alice.email).count()).toBe(0);
});

test("a session that was ended elsewhere leads to the log-in page, which says so and returns afterwards", async () => {
  const { visit, stack } = world();
  const page = await visit("/signup");
  const alice = somebody();
  await signUp(page, alice);
  const login = await stack.api("POST", "/api/auth/login", { body: { email: alice.email, password: alice.password } });
  const { token } = JSON.parse(login.text);
  expect((await stack.api("POST", "/api/auth/logout-everywhere", { token })).status).toBe(204);

  await page.goto("/agents");
  await page.getByText("Your session has ended. Log in to continue.").waitFor();
  await logIn(page, alice.email);
  await page.waitForURL("**/agents");
});
