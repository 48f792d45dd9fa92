import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import type { Agent, Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

/** The page of a mail with these headers, once it is at rest. */
async function pageOf(author: string, headers: string[], query: Record<string, string> = {}): Promise<Page> {
  const { stack } = world();
  const lines = [`From: ${author}`, "Subject: Hours", `Message-ID: <${author}>`, ...headers];
  const mail = { from: author, to: agent.address, ...query };
  const [run] = await stack.waitForRun(await stack.handIn(`${lines.join("\r\n")}\r\n\r\nWhen?\r\n`, mail));
  const page = await logInAs(world(), alice);
  await page.goto(`/conversations/${run?.run_id}`);
  return page;
}

const anyway = (page: Page) => page.getByRole("button", { name: "Answer anyway" });
const answered = (page: Page) => page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
const repliesTo = async (address: string) => (await world().stack.outbox()).filter(({ to }) => to.includes(address));

test("a skipped list mail is answered with one click, after a note about where the answer goes", async () => {
  const list = ["List-Id: <news.shop.example>", "List-Unsubscribe: <https://shop.example>"];
  const page = await pageOf("ann@customer.example", list);
  await page.getByText("An answer goes only to the author").waitFor();
  expect(await repliesTo("ann@customer.example")).toHaveLength(0);
  await anyway(page).click();
  await answered(page);
  expect(await repliesTo("ann@customer.example")).toHaveLength(1);
});

test("a mail through the owner's group waits, says why, and is answered with one click", async () => {
  const group = ["To: support@firm.example", "X-Google-Group-Id: 12345", "Precedence: list"];
  const page = await pageOf("bea@customer.example", group);
  await page.getByText("If the group is yours and a person wrote the mail").first().waitFor();
  await anyway(page).click();
  await answered(page);
});

test("a forgery has no such button", async () => {
  const page = await pageOf("cid@customer.example", [], { dmarc: "FAIL" });
  await page.getByText("The mail is a forgery").first().waitFor();
  expect(await anyway(page).count()).toBe(0);
});

test("the tag of the agent's address appears among a mail's details", async () => {
  const page = await pageOf("dan@customer.example", [], { to: agent.address.replace("@", "+shop@") });
  await page.getByRole("button", { name: "What happened" }).click();
  await page.getByRole("region", { name: "Details" }).getByText("shop", { exact: true }).waitFor();
});
