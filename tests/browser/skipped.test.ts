import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Agent, Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
let page: Page;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
  page = await logInAs(world(), alice);
});

/** Opens the page of a mail with these headers, which is at rest. */
async function openMail(author: string, headers: string[], query: Record<string, string> = {}): Promise<void> {
  const { stack } = world();
  const lines = [`From: ${author}`, "Subject: Hours", `Message-ID: <${author}>`, ...headers];
  const mail = { from: author, to: agent.address, ...query };
  const [run] = await stack.waitForRun(await stack.handIn(`${lines.join("\r\n")}\r\n\r\nWhen?\r\n`, mail));
  await page.goto(`/conversations/${run?.run_id}`);
}

const anyway = () => page.getByRole("button", { name: "Answer anyway" });
const answered = () => page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
const repliesTo = async (address: string) => (await world().stack.outbox()).filter(({ to }) => to.includes(address));

test("a list's mail that was skipped is answered with one click, after a word on where the answer goes", async () => {
  await openMail("ann@customer.example", ["List-Id: <news.shop.example>", "List-Unsubscribe: <https://shop.example>"]);
  await page.getByText("An answer goes to the author alone").waitFor();
  expect(await repliesTo("ann@customer.example")).toHaveLength(0);
  await anyway().click();
  await answered();
  expect(await repliesTo("ann@customer.example")).toHaveLength(1);
});

test("a mail through the owner's group waits, says why, and is answered with one click", async () => {
  await openMail("bea@customer.example", ["To: support@firm.example", "X-Google-Group-Id: 12345", "Precedence: list"]);
  await page.getByText("If the group is yours and a person asks").first().waitFor();
  await anyway().click();
  await answered();
});

test("a forgery has no such button", async () => {
  await openMail("cid@customer.example", [], { dmarc: "FAIL" });
  await page.getByText("The mail is a forgery").first().waitFor();
  expect(await anyway().count()).toBe(0);
});

test("the tag of the address that a mail was sent to stands among its details", async () => {
  await openMail("dan@customer.example", [], { to: agent.address.replace("@", "+shop@") });
  await page.getByRole("button", { name: /Details|What happened/ }).first().click();
  const details = page.getByRole("region", { name: "Details" });
  await details.getByText("shop", { exact: true }).waitFor();
});
