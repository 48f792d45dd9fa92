import { SendMessageCommand } from "@aws-sdk/client-sqs";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { clientsOf, destroy } from "../../local/resources/clients.ts";
import type { ReminderJob } from "../../shared/reminders/reminder-queue.ts";
import { type Agent, type Person, proveEmail, signUp } from "../support/people.ts";
import { accessibilityFaults } from "./support/axe.ts";
import { withBrowser } from "./support/browser.ts";
import { logInAs, someOwner } from "./support/people.ts";

const world = withBrowser();
let alice: Person;
let agent: Agent;
beforeAll(async () => {
  ({ alice, agent } = await someOwner(world().stack));
});

const agentPage = async () => {
  const page = await logInAs(world(), alice);
  await page.goto(`/agents/${agent.id}`);
  await page.getByRole("heading", { name: "Denied senders" }).waitFor();
  return page;
};
const section = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** The page of a mail from there, once it is at rest. */
async function mailPage(from: string): Promise<Page> {
  const { stack } = world();
  const mail = { from: `Carol <${from}>`, to: agent.address, subject: "Hours", text: "When do you open?" };
  const [run] = await stack.waitForRun(await stack.sendMail(mail));
  const page = await logInAs(world(), alice);
  await page.goto(`/conversations/${run?.run_id}`);
  return page;
}

test("an owner pastes a list of senders to deny, reads what was no sender, finds one and removes it", async () => {
  const page = await agentPage();
  const denied = section(page, "Denied senders");
  await denied.getByLabel("Deny these").fill("Mallory <mallory@spam.example>\n*.bulk.example; ads.example\nnonsense");
  await denied.getByRole("button", { name: "Deny", exact: true }).click();
  await denied.getByText("3 senders were added.").waitFor();
  await denied.getByText("Line 3: nonsense").waitFor();
  await denied.getByLabel("Find a denied sender").fill("mallory");
  await denied.getByRole("button", { name: "Remove mallory@spam.example" }).click();
  await page.getByText("This sender is no longer denied.").waitFor();
  await denied.getByText("No denied sender has this in their name.").waitFor();
  await denied.getByLabel("Find a denied sender").fill("");
  await denied.getByRole("button", { name: "Remove ads.example" }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
});

test("an owner denies a sender from a mail, and sees the next one passed over", async () => {
  const page = await mailPage("pest@customer.example");
  await page.getByRole("button", { name: "Deny this sender…" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Deny this sender" }).click();
  await page.getByText("Mails of pest@customer.example are passed over from now on.").waitFor();
  const next = await mailPage("pest@customer.example");
  await next.getByText("The sender is on the agent's list of denied senders.").first().waitFor();
  expect(await next.getByRole("button", { name: "Deny this sender…" }).count()).toBe(0);
});

test("an owner wants to see first answers, and a draft says why it waits", async () => {
  const page = await agentPage();
  const first = section(page, "First-time senders");
  await first.getByLabel("Show me the first answer to a new sender as a draft").check();
  await first.getByRole("button", { name: "Save first-time senders" }).click();
  await page.getByText("Support is saved.").waitFor();
  const mail = await mailPage("new@customer.example");
  await mail.getByText("The agent has never answered this sender.").waitFor();
  await mail.getByRole("button", { name: "Approve and send" }).waitFor();
});

test("an owner sets office hours with a note, and is told what is no time", async () => {
  const page = await agentPage();
  const hours = section(page, "Office hours");
  await hours.getByText("Answer only during office hours").click();
  await hours.getByLabel("Monday").fill("all day");
  await hours.getByRole("button", { name: "Save office hours" }).click();
  await hours.getByText("Enter times such as 09:00-17:00.").waitFor();
  const day = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
  for (const name of day) await hours.getByLabel(name).fill("");
  await hours.getByLabel(day[(new Date().getUTCDay() + 3) % 7] ?? "").fill("9-12, 13:00 - 17:30");
  await hours.getByLabel("Time zone").selectOption("UTC");
  await hours.getByLabel("Send my note, and wait").check();
  await hours.getByRole("button", { name: "Save office hours" }).click();
  await hours.getByText("Enter the text that the sender gets.").waitFor();
  await hours.getByLabel("Your note").fill("We are closed. We answer in the morning.");
  expect(await accessibilityFaults(page)).toEqual([]);
  await hours.getByRole("button", { name: "Save office hours" }).click();
  await page.getByText("Support is saved.").first().waitFor();

  const mail = await mailPage("late@customer.example");
  await mail.getByText("This mail waits for office hours").waitFor();
  await mail.getByText("They begin on").waitFor();
  await mail.getByText("Your note for closed hours").first().waitFor();
  await mail.getByText("We are closed. We answer in the morning.").first().waitFor();
});

test("an owner chooses to be told once a day, and is told in the app when a bounce has stopped that", async () => {
  const { stack } = world();
  const olga = await signUp(stack, "Olga");
  await proveEmail(stack, olga);
  const page = await logInAs(world(), olga);
  await page.goto("/account");
  const reminders = section(page, "When something waits for you");
  await reminders.getByLabel("Once a day").check();
  await reminders.getByLabel("At", { exact: true }).selectOption("18");
  await reminders.getByRole("button", { name: "Save" }).click();
  await page.getByText("You are told by mail when something waits.").waitFor();

  const clients = clientsOf(stack.aws, stack.aws.admin);
  const job: ReminderJob = { kind: "reminder_rejected", user_id: olga.id, reason: "bounced", address: olga.email };
  const message = { MessageBody: JSON.stringify(job), MessageGroupId: olga.id };
  await clients.sqs.send(new SendMessageCommand({ QueueUrl: stack.queues["notifier"], ...message }));
  destroy(clients);
  await expect.poll(() => stack.logs.some((line) => line.includes("reminders_stopped"))).toBe(true);
  await page.goto("/");
  await page.getByText("You are no longer told by mail that something waits").waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.goto("/account");
  await reminders.getByText("could not be delivered").waitFor();
  await reminders.getByRole("button", { name: "Start again" }).click();
  await page.getByText("You are told by mail again.").waitFor();
  expect(await page.getByText("You are no longer told by mail").count()).toBe(0);
});
