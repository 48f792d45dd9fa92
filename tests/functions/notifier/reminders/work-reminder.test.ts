import { SESClient } from "@aws-sdk/client-ses";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SendsReminders } from "../../../../functions/notifier/reminders/send-reminder.ts";
import { workReminder } from "../../../../functions/notifier/reminders/work-reminder.ts";
import { AgentStore } from "../../../../shared/agents/agent-store.ts";
import { ReminderStore } from "../../../../shared/reminders/reminder-store.ts";
import type { ReminderSettings } from "../../../../shared/reminders/settings.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { RunStore } from "../../../../shared/runs/run-store.ts";
import { UserStore } from "../../../../shared/users/user-store.ts";
import { someAgent } from "../../../support/agents.ts";
import { startDynamo, type TestDynamo } from "../../../support/dynamo.ts";
import { type FaultServer, startFaultServer } from "../../../support/providers/fault-server.ts";
import { elsewhere, SES_SENDS } from "../../../support/runner-world.ts";
import { answer, read, someRun } from "../../../support/runs.ts";
import { REMINDER_TABLE } from "../../../support/tables.ts";

const START = "2026-11-23T12:00:00.000Z";
const REFUSED = "<ErrorResponse><Error><Type>Sender</Type><Code>Throttling</Code></Error></ErrorResponse>";

let dynamo: TestDynamo;
let ses: FaultServer;
let deps: SendsReminders & { users: UserStore; runs: RunStore; agents: AgentStore };
let now = new Date(START);
let count = 0;
beforeAll(async () => {
  const waiting = { partition: "user_id", sort: "waiting_run" };
  const by_agent = { partition: "user_id", sort: "agent_run" };
  [dynamo, ses] = await Promise.all([
    startDynamo({
      ...REMINDER_TABLE,
      users: { partition: "user_id" },
      agents: { partition: "user_id", sort: "agent_id" },
      runs: { partition: "user_id", sort: "run_id", indexes: { waiting, by_agent } },
    }),
    startFaultServer(),
  ]);
  const { db } = dynamo;
  deps = {
    users: new UserStore(db, "users"),
    agents: new AgentStore(db, "agents"),
    runs: new RunStore(db, "runs"),
    reminders: new ReminderStore(db, "reminders"),
    ses: new SESClient(elsewhere(ses.url)),
    from: "notices@agents.example",
    configurationSet: "replies",
    webUrl: "https://app.example",
    now: () => now,
  };
});
afterAll(() => Promise.all([dynamo.stop(), ses.stop()]));
beforeEach(() => {
  ses.say(SES_SENDS);
  now = new Date(START);
});

/** A new owner who wants to be told as the changes say, with an agent. */
async function owner(changes: Partial<ReminderSettings> = {}, verified = true): Promise<string> {
  const user_id = `owner${++count}`;
  const reminders = {
    when: "at_once",
    hour: 8,
    time_zone: "UTC",
    with_senders: false,
    saved_at: "2026-11-01T00:00:00.000Z",
    ...changes,
  } as const;
  const proved = verified && { email_verified_at: START };
  await deps.users.add({
    user_id,
    email: `${user_id}@people.example`,
    name: "",
    created_at: START,
    ...proved,
    reminders,
  });
  await deps.agents.add(someAgent({ user_id }));
  return user_id;
}

/** A mail that rests so. Without a state it is on hold. */
async function rests(user_id: string, changes: Partial<Run> = {}): Promise<Run> {
  const run = someRun({
    user_id,
    run_id: `20261123120000000-${++count}`,
    state: "held",
    reason: "agent_paused",
    ...changes,
  });
  await deps.runs.add(run);
  return run;
}

const waits = (user_id: string, since = now.toISOString()) => workReminder({ kind: "waits", user_id, since }, deps);
const due = (user_id: string) => workReminder({ kind: "reminder_due", user_id }, deps);
const at = (time: string) => {
  now = new Date(time);
};
/** The text of the last mail. */
function lastMail(): string {
  const data = new URLSearchParams(ses.bodies.at(-1)).get("RawMessage.Data") ?? "";
  return Buffer.from(data, "base64").toString().replaceAll("=\r\n", "").replaceAll("=3D", "=");
}

test("who wants to be told at once is told of the first, and then at most every ten minutes", async () => {
  const user = await owner();
  await rests(user);
  await waits(user);
  expect(ses.calls).toBe(1);
  expect(lastMail()).toContain("Subject: 1 mail waits for you");
  at("2026-11-23T12:01:00.000Z");
  for (let mail = 0; mail < 3; mail += 1) {
    await rests(user, { state: "drafted", ...read, answer });
    await waits(user);
  }
  await due(user);
  expect(ses.calls).toBe(1);
  at("2026-11-23T12:10:00.000Z");
  expect(await deps.reminders.overdue(now, 10)).toContain(user);
  await Promise.all(Array.from({ length: 5 }, () => due(user)));
  expect(ses.calls).toBe(2);
  expect(lastMail()).toContain("Subject: 4 mails wait for you");
  expect(await deps.reminders.overdue(now, 10)).not.toContain(user);
});

test("what the last mail listed makes no further one, though its message comes late or twice", async () => {
  const user = await owner();
  await rests(user);
  await waits(user, "2026-11-23T11:59:50.000Z");
  await waits(user, "2026-11-23T11:59:55.000Z");
  at("2026-11-23T13:00:00.000Z");
  await due(user);
  expect(ses.calls).toBe(1);
});

test.each([
  ["hourly", "2026-11-23T12:59:00.000Z", "2026-11-23T13:00:00.000Z"],
  ["daily", "2026-11-24T07:59:00.000Z", "2026-11-24T08:00:00.000Z"],
] as const)("who wants it %s gets it then, and not before", async (when, early, then) => {
  const user = await owner({ when });
  await rests(user);
  await waits(user);
  at(early);
  await due(user);
  expect(ses.calls).toBe(0);
  at(then);
  await due(user);
  expect(ses.calls).toBe(1);
});

test("nothing is sent when nothing waits any more, and never about tests or mails that continue by themselves", async () => {
  const user = await owner({ when: "hourly" });
  const draft = await rests(user, { state: "drafted", ...read, answer });
  await rests(user, { is_test: true });
  await rests(user, { reason: "office_closed", opens_at: "2026-11-24T08:00:00.000Z" });
  await waits(user);
  await deps.runs.apply(draft, { type: "drop" }, now);
  at("2026-11-23T13:00:00.000Z");
  await due(user);
  expect(ses.calls).toBe(0);
  expect(await deps.reminders.get(user)).not.toHaveProperty("due_at");
});

test("mails that were answered since the last one are counted, and without a waiting one nobody hears of them", async () => {
  const user = await owner();
  const replied = { state: "replied", reason: undefined, received_at: START } as const;
  for (let mail = 0; mail < 3; mail += 1) await rests(user, replied);
  await due(user);
  expect(ses.calls).toBe(0);
  await rests(user);
  await waits(user);
  expect(lastMail()).toContain("3 mails were answered in the last 24 hours.");
});

test.each([
  ["wants none", () => owner({ when: "off" })],
  ["has an unconfirmed address", () => owner({}, false)],
])("an owner who %s gets none", async (_, make) => {
  const user = await make();
  await rests(user);
  await waits(user);
  at("2026-11-24T12:00:00.000Z");
  await due(user);
  expect(ses.calls).toBe(0);
});

test("a change of the settings changes when the planned mail goes out", async () => {
  const user = await owner({ when: "hourly" });
  await rests(user);
  await waits(user);
  const daily = { when: "daily", hour: 18, time_zone: "UTC", with_senders: true, saved_at: START } as const;
  await deps.users.patch(user, { reminders: daily });
  at("2026-11-23T13:00:00.000Z");
  await due(user);
  expect(ses.calls).toBe(0);
  at("2026-11-23T18:00:00.000Z");
  await due(user);
  expect(ses.calls).toBe(1);
  expect(lastMail()).toContain("Carol");
});

test.each(["bounced", "complained"] as const)(
  "after a mail %s nothing goes out, until the owner says so",
  async (reason) => {
    const user = await owner();
    await rests(user);
    at("2026-11-23T12:05:00.000Z");
    await workReminder({ kind: "reminder_rejected", user_id: user, reason, address: `${user}@People.example` }, deps);
    at("2026-11-23T12:10:00.000Z");
    await waits(user);
    expect(ses.calls).toBe(0);
    const settings = (await deps.users.get(user))?.reminders;
    if (settings) await deps.users.patch(user, { reminders: { ...settings, saved_at: "2026-11-23T12:20:00.000Z" } });
    at("2026-11-23T12:30:00.000Z");
    await waits(user);
    expect(ses.calls).toBe(1);
  },
);

test("another address is told although the old one bounced", async () => {
  const user = await owner();
  await rests(user);
  await workReminder(
    { kind: "reminder_rejected", user_id: user, reason: "bounced", address: `${user}@people.example` },
    deps,
  );
  await deps.users.setAddress(user, "new@people.example", now);
  at("2026-11-23T12:10:00.000Z");
  await waits(user);
  expect(ses.calls).toBe(1);
});

test("a mail that SES surely did not take is tried again, and one that may have left is not", async () => {
  const user = await owner();
  await rests(user);
  ses.say({ status: 400, headers: { "content-type": "text/xml" }, body: REFUSED });
  await expect(waits(user)).rejects.toThrow();
  ses.say(SES_SENDS);
  await waits(user);
  expect(ses.calls).toBe(1);
  const other = await owner();
  await rests(other);
  ses.say("cut before the answer");
  await waits(other);
  ses.say(SES_SENDS);
  await waits(other);
  await due(other);
  expect(ses.calls).toBe(0);
});

test("all mails of an owner carry the same link, and each owner another", async () => {
  const linkOf = async (user: string) => {
    await rests(user);
    await waits(user);
    return /List-Unsubscribe: <(\S+)>/.exec(lastMail())?.[1];
  };
  const [alice, bob] = [await owner(), await owner()];
  const first = await linkOf(alice);
  at("2026-11-23T12:30:00.000Z");
  expect(await linkOf(alice)).toBe(first);
  expect(await linkOf(bob)).not.toBe(first);
});
