import type { Page } from "playwright-core";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { type Agent, createAgent, type Person, readRun, signUp, storeKey } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logIn } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
let people = 0;
let draft: { id: string; from: string };

beforeAll(async () => {
  const { stack } = world();
  alice = await signUp(stack, "Alice");
  await storeKey(stack, alice, "openai", "sk-demo-alice-0123456789", "gpt-4o");
  agent = await createAgent(stack, alice, { mode: "draft" });
});

beforeEach(async () => {
  const { stack } = world();
  await stack.answerWith({ text: "We open at ten." });
  const from = `carol${++people}@customer.example`;
  const [run] = await stack.waitForRun(
    await stack.sendMail({ from, to: agent.address, subject: "Hours", text: "When?" }),
  );
  draft = { id: run?.run_id ?? "", from };
});

/** The draft in a browser with this name. Each browser keeps its own session. */
async function open(browser: string): Promise<Page> {
  const { once, visit } = world();
  const page = await once(browser, async () => {
    const first = await visit("/login");
    await logIn(first, alice.email);
    return first;
  });
  await page.goto(`/conversations/${draft.id}`);
  await text(page).waitFor();
  return page;
}

const text = (page: Page) => page.getByRole("textbox", { name: "The answer that will be sent" });
const mails = async () => (await world().stack.outbox()).filter(({ run_id }) => run_id === draft.id);
const stateOf = async () => (await readRun(world().stack, alice, draft.id)).state;

test("a draft approved in two browsers leaves once, and the second browser gets a calm message", async () => {
  const [one, other] = [await open("one"), await open("other")];
  await one.getByText(draft.from).last().waitFor();
  await text(one).fill("We open at nine.");
  // The other browser does not refresh before it approves, as if both owners had clicked in the same second.
  let look = () => {};
  const mayLook = new Promise<void>((resolve) => {
    look = resolve;
  });
  await other.route("**/api/conversations/**", async (route) => {
    if (route.request().method() === "GET") await mayLook;
    await route.continue();
  });
  await one.getByRole("button", { name: "Approve and send" }).click();
  await one.getByText("The answer is on its way.").first().waitFor();
  await other.getByRole("button", { name: "Approve and send" }).click();
  look();
  await other.getByText("Perhaps it was done in another window.").waitFor();
  expect(await other.getByRole("alert").filter({ hasText: "another window" }).count()).toBeLessThanOrEqual(1);
  for (const page of [one, other]) await page.getByRole("article").getByText("Answered", { exact: true }).waitFor();
  await other.getByText("We open at nine.").waitFor();
  const sent = await mails();
  expect(sent).toHaveLength(1);
  expect(sent[0]?.raw).toContain("We open at nine.");
});

test("a saved draft shows in another browser, and unsaved text there is not lost", async () => {
  const [one, other] = [await open("one"), await open("other")];
  await text(other).fill("Mine.");
  await text(one).fill("Theirs.");
  await one.getByRole("button", { name: "Save the draft" }).click();
  await one.getByText("You have edited the model's text.").waitFor();
  await other.getByText("This draft was changed somewhere else").waitFor();
  expect(await text(other).inputValue()).toBe("Mine.");
  await other.getByRole("button", { name: "Show that text and discard mine" }).click();
  expect(await text(other).inputValue()).toBe("Theirs.");
  expect(await mails()).toEqual([]);
});

test("another answer is requested with a hint, and replaces the draft", async () => {
  const page = await open("one");
  await world().stack.answerWith({ text: "At ten, and on Sundays at noon." });
  await page.getByRole("button", { name: "Ask again…" }).click();
  await page.getByLabel("What should be different?").fill("Name the Sunday hours too");
  await page.getByRole("dialog").getByRole("button", { name: "Ask again" }).click();
  await expect
    .poll(() =>
      text(page)
        .inputValue()
        .catch(() => ""),
    )
    .toBe("At ten, and on Sundays at noon.");
  const call = (await world().stack.providerCalls()).at(-1);
  expect(JSON.stringify(call)).toContain("Name the Sunday hours too");
});

test("a draft is discarded after a confirmation, and nothing leaves", async () => {
  const page = await open("one");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Not now" }).click();
  expect(await stateOf()).toBe("drafted");
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await page.getByText("You decided that it gets no answer.").first().waitFor();
  expect(await stateOf()).toBe("skipped");
  expect(await mails()).toEqual([]);
});
