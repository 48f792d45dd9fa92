import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { putRuns, restingRun } from "../support/many-runs.ts";
import { type Agent, createAgent, type Person, signUp, storeKey } from "../support/people.ts";
import { answer, payer } from "../support/runs.ts";
import { withBrowser } from "./support/browser.ts";
import { logIn } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let support: Agent;
let sales: Agent;

beforeAll(async () => {
  const { stack } = world();
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  support = await createAgent(stack, alice, { answerOnly: ["partner.example"] });
  sales = await createAgent(stack, alice, { name: "Sales" });
  const of = { user_id: alice.id, agent_id: support.id };
  const answered = { ...of, state: "replied", answer, payer } as const;
  const thread = "thread-of-carol-00000000000000000";
  await putRuns(stack, [
    restingRun("1", 60, { ...answered, from: "Carol <carol@customer.example>", subject: "Parking", thread_id: thread }),
    restingRun("2", 50, {
      ...of,
      state: "held",
      reason: "may_have_been_sent",
      answer,
      payer,
      from: "Dan <dan@customer.example>",
      subject: "Invoice 7",
    }),
    restingRun("3", 40, {
      ...of,
      state: "skipped",
      reason: "mailing_list",
      from: "News <news@list.example>",
      subject: "This week",
    }),
    restingRun("4", 30, {
      ...of,
      agent_id: sales.id,
      state: "drafted",
      answer,
      payer,
      from: "Erin <erin@customer.example>",
      subject: "200 chairs",
    }),
    restingRun("5", 20, {
      ...answered,
      from: "Carol <carol@customer.example>",
      subject: "Re: Parking",
      thread_id: thread,
      text: "And on Sundays?",
    }),
  ]);
});

/** One page for all tests. Each test says where it starts. */
async function open(path: string): Promise<Page> {
  const { once, visit } = world();
  const page = await once("alice", async () => {
    const first = await visit("/login");
    await logIn(first, alice.email);
    return first;
  });
  await page.goto(path);
  await page.getByRole("list", { name: "Conversations" }).getByRole("link").first().waitFor();
  return page;
}

const rows = (page: Page) => page.getByRole("list", { name: "Conversations" }).getByRole("link");
const subjects = async (page: Page) => {
  const texts = await rows(page).allInnerTexts();
  return texts.map((text) => /Parking|Invoice 7|This week|200 chairs|Are you there/.exec(text)?.[0]);
};
const listed = (page: Page, wanted: string[]) => expect.poll(() => subjects(page)).toEqual(wanted);
const queryOf = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

describe("the list", () => {
  test("shows a conversation once, newest first, and filters by state, agent and words, which are part of the address", async () => {
    const page = await open("/conversations");
    await listed(page, ["Parking", "200 chairs", "This week", "Invoice 7"]);
    await page.getByRole("link", { name: "Needs you" }).click();
    await listed(page, ["200 chairs", "Invoice 7"]);
    expect(queryOf(page)).toEqual({ state: "needs_owner" });
    await page.getByLabel("Agent").selectOption("Sales");
    await listed(page, ["200 chairs"]);
    await page.getByLabel("Agent").selectOption("All agents");
    await page.getByRole("link", { name: "All", exact: true }).click();
    await page.getByRole("searchbox").fill("CAROL");
    await listed(page, ["Parking"]);
    expect(queryOf(page)).toEqual({ q: "CAROL" });
    await page.reload();
    await listed(page, ["Parking"]);
    await page.getByRole("searchbox").fill("nobody at all");
    await page.getByText("No conversation matches").waitFor();
    await page.getByRole("link", { name: "Show all conversations" }).click();
    await listed(page, ["Parking", "200 chairs", "This week", "Invoice 7"]);
  });

  test("shows a mail that arrives while the list is open", async () => {
    const page = await open("/conversations");
    await world().stack.sendMail({
      from: "Fay <fay@partner.example>",
      to: support.address,
      subject: "Are you there?",
      text: "Hello",
    });
    await listed(page, ["Are you there", "Parking", "200 chairs", "This week", "Invoice 7"]);
    await page.getByRole("link", { name: /Fay.*Answered/s }).waitFor();
  });

  test("can be used with the keyboard alone", async () => {
    const page = await open("/conversations");
    const focused = () => page.evaluate("document.activeElement.innerText");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect.poll(focused).toContain("Parking");
    await page.keyboard.press("ArrowDown");
    await expect.poll(focused).toContain("200 chairs");
    await page.keyboard.press("k");
    await page.getByRole("list", { name: "Conversations" }).evaluate((list) => list.setAttribute("data-drawn", "once"));
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe("Re: Parking");
    expect(new URL(page.url()).pathname).toMatch(/^\/conversations\/\d+-/);
    await page.keyboard.press("Escape");
    await expect.poll(focused).toContain("Parking");
    expect(new URL(page.url()).pathname).toBe("/conversations");
    expect(await page.locator("[data-drawn=once]").count()).toBe(1);
    await page.keyboard.press("/");
    await page.keyboard.type("j");
    await expect.poll(() => page.getByRole("searchbox").inputValue()).toBe("j");
  });
});

describe("a conversation", () => {
  test("has an address with its filter, and shows all mails of its thread, oldest first", async () => {
    let page = await open("/conversations?state=replied");
    await page.getByRole("link", { name: "Parking" }).click();
    await page.getByRole("heading", { name: "Parking" }).first().waitFor();
    page = await open(new URL(page.url()).pathname + new URL(page.url()).search);
    await page.getByText("And on Sundays?").waitFor();
    await page.getByRole("article").nth(1).waitFor();
    const times = await page
      .getByRole("article")
      .getByRole("time")
      .evaluateAll((all) => all.map((one) => one.getAttribute("datetime")));
    expect(times.length).toBeGreaterThanOrEqual(2);
    expect(times).toEqual(times.toSorted());
    expect(queryOf(page)).toEqual({ state: "replied" });
    await page.getByRole("button", { name: "Back to the list" }).click();
    expect(new URL(page.url()).pathname).toBe("/conversations");
  });

  test("that may have been answered asks for confirmation before it is answered again", async () => {
    const page = await open("/conversations?state=held");
    await page.getByRole("link", { name: "Invoice 7" }).click();
    await page.getByText("SES never said whether the reply left").first().waitFor();
    await page.getByRole("button", { name: "Send the answer again" }).click();
    const dialog = page.getByRole("dialog", { name: "Send the answer again?" });
    await dialog.getByText("the sender gets it a second time").waitFor();
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(new URL(page.url()).pathname).not.toBe("/conversations");
    await page.getByRole("button", { name: "Send the answer again" }).waitFor();
  });

  test("that is held is answered by the button for it", async () => {
    const { stack } = world();
    const id = await stack.sendMail({
      from: "Gus <gus@elsewhere.example>",
      to: support.address,
      subject: "Do we know each other?",
      text: "Hello",
    });
    await stack.waitForRun(id);
    const page = await open("/conversations?state=held");
    await page.getByRole("link", { name: "Do we know each other?" }).click();
    await page.getByText("this sender is not on it").first().waitFor();
    const fix = page.getByRole("link", { name: "Change whom it answers" });
    expect(await fix.getAttribute("href")).toBe(`/agents/${support.id}`);
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
    await page.getByText("played by the stub").waitFor();
    expect((await stack.outbox()).filter(({ to }) => to.includes("gus@elsewhere.example"))).toHaveLength(1);
  });

  test("of another owner looks like one that never existed", async () => {
    const page = await open("/conversations");
    await page.goto("/conversations/20261123120000000-00000000000000000000000000000000");
    await page.getByText("There is nothing here, or it is not yours.").waitFor();
  });
});
