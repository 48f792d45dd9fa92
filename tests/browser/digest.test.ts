import { beforeAll, expect, test } from "vitest";
import type { Person } from "../support/people.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
beforeAll(async () => {
  ({ alice } = await someOwner(world().stack));
});

test("an owner creates an agent that sends a summary, chooses its hour, and sees what is kept for it", async () => {
  const { stack } = world();
  const page = await logInAs(world(), alice);
  await page.goto("/agents");
  await page.getByRole("button", { name: "Create agent" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("Morning mail");
  await dialog.getByLabel("Keep it for one summary a day").check();
  await dialog.getByRole("button", { name: "Create agent" }).click();

  await page.getByRole("heading", { name: "Morning mail", level: 1 }).waitFor();
  await page.getByText("Daily summary", { exact: true }).waitFor();
  await page.getByLabel("Hour").selectOption("18");
  await page.getByLabel("Time zone").selectOption("Asia/Tokyo");
  await page.getByRole("button", { name: "Save time" }).click();
  await page.getByText("Morning mail is saved.").waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Save time" }).waitFor();
  expect(await page.getByLabel("Hour").inputValue()).toBe("18");
  expect(await page.getByLabel("Time zone").inputValue()).toBe("Asia/Tokyo");
  // What is about answers is not for it.
  for (const name of ["Send a test mail", "Save answers"]) {
    expect(await page.getByRole("button", { name }).count()).toBe(0);
  }
  for (const label of [
    "When an answer is ready",
    "Answers an hour to one person",
    "Repeat the mail below the answer",
  ]) {
    expect(await page.getByText(label).count()).toBe(0);
  }

  const address =
    (await page
      .getByText(/^[a-z2-9]{10}@/)
      .first()
      .textContent()) ?? "";
  const mail = { from: "carol@customer.example", to: address, subject: "News", text: "We meet on Friday." };
  const [run] = await stack.waitForRun(await stack.sendMail(mail));
  await page.goto(`/conversations/${run?.run_id}`);
  await page.getByText("Kept for the summary").first().waitFor();
  await page.getByText("The mail is kept for the agent's next summary.").first().waitFor();
});
