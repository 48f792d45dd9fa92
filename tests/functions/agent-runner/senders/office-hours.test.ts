import { simpleParser } from "mailparser";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { stepsFor } from "../../../../functions/agent-runner/agent-types.ts";
import { work } from "../../../../functions/agent-runner/handler.ts";
import type { Agent } from "../../../../shared/agents/agent.ts";
import { job } from "../../../../shared/runs/job-queue.ts";
import type { Run } from "../../../../shared/runs/run.ts";
import { someAgent } from "../../../support/agents.ts";
import { arrive } from "../../../support/reasons/run-cases.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later, RECEIVED_AT, someRun } from "../../../support/runs.ts";

type Hours = NonNullable<Agent["office_hours"]>;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  const { agents, users } = world.deps;
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await agents.remove("alice", "agent1");
  await agents.add(someAgent());
  await users.add({ user_id: "alice", email: "", name: "", created_at: "" });
  await world.take(world.queueUrl);
});

// Mails come on Monday, 23 November 2026, at noon (UTC), which is 21:00 in Tokyo.
const OPENS = "2026-11-24T00:00:00.000Z";
const NOTE = "We are closed. We answer from nine o'clock on.";

const setHours = (changes: Partial<Hours> = {}) =>
  world.deps.agents.patch(
    "alice",
    "agent1",
    {
      time_zone: "Asia/Tokyo",
      office_hours: {
        ranges: [
          { day: "mon", from: "09:00", to: "17:00" },
          { day: "tue", from: "09:00", to: "17:00" },
        ],
        holidays: [],
        outside: "hold",
        note: "",
        ...changes,
      },
    },
    later(0),
  );
const mailOf = async (address: string, run: Partial<Run> = {}) =>
  world.work(await arrive(world, { from: address, run: { envelope_from: address, ...run } }));
const CLOSED = { state: "held", reason: "office_closed", opens_at: OPENS, next_check_at: OPENS };

/** Works the jobs that stand in the queue. */
async function workJobs(): Promise<void> {
  for (const body of await world.take(world.queueUrl)) {
    const deadline = new Date(world.deps.now().getTime() + 120_000);
    await work(job.parse(body), { holder: "job", deadline }, world.deps);
  }
}

async function notesIn(thread: string | undefined): Promise<Run[]> {
  const { runs } = await world.deps.runs.list({ userId: "alice", limit: 100 });
  const rows = await Promise.all(runs.map(({ run_id }) => world.deps.runs.get("alice", run_id)));
  return rows.filter((row): row is Run => row?.is_note === true && row.thread_id === thread);
}

test("a mail outside of the hours waits, and continues by itself when they begin", async () => {
  await setHours();
  const calls = world.provider.calls;
  const held = await mailOf("a@one.example");
  expect(held).toMatchObject(CLOSED);
  expect(world.provider.calls).toBe(calls);
  world.setClock(new Date("2026-11-23T23:59:00Z"));
  expect(await world.work(held)).toMatchObject(CLOSED);
  world.setClock(new Date("2026-11-24T00:02:00Z"));
  const answered = await world.work(held);
  expect(answered).toMatchObject({ state: "replied", renewed: true });
  expect(answered.opens_at).toBeUndefined();
});

test("within the hours nothing waits", async () => {
  await setHours({ ranges: [{ day: "mon", from: "20:00", to: "02:00" }] });
  expect(await mailOf("b@one.example")).toMatchObject({ state: "replied" });
});

test("holidays move the time, also over more than the 48 hours that other mails may wait", async () => {
  await setHours({ holidays: ["2026-11-24", "2026-11-30", "2026-12-01"] });
  const held = await mailOf("c@one.example");
  expect(held.opens_at).toBe("2026-12-07T00:00:00.000Z");
  world.setClock(new Date("2026-12-07T00:05:00Z"));
  expect(await world.work(held)).toMatchObject({ state: "replied" });
});

test("the owner may have a mail answered before the hours begin", async () => {
  await setHours();
  const held = await mailOf("d@one.example");
  const reopened = await world.deps.runs.apply(held, { type: "reopen" }, later(60));
  world.setClock(later(61));
  expect(await world.work(reopened ?? held)).toMatchObject({ state: "replied" });
});

test("changed hours put the waiting mails back to work, which may wait again", async () => {
  await setHours();
  const held = await mailOf("e@one.example");
  await setHours({ ranges: [{ day: "wed", from: "09:00", to: "10:00" }] });
  await world.deps.jobs.requeueHeld("alice", { resolved: "hours", agent_id: "agent1" });
  await workJobs();
  await workJobs();
  expect(await world.deps.runs.get("alice", held.run_id)).toMatchObject({
    state: "held",
    opens_at: "2026-11-25T00:00:00.000Z",
  });
  await world.deps.agents.patch("alice", "agent1", { office_hours: null }, later(0));
  await world.deps.jobs.requeueHeld("alice", { resolved: "hours", agent_id: "agent1" });
  await workJobs();
  await workJobs();
  expect(await world.deps.runs.get("alice", held.run_id)).toMatchObject({ state: "replied" });
});

test("the answer is a draft where the owner wants that, with its reason", async () => {
  await setHours({ outside: "draft" });
  expect(await mailOf("f@one.example")).toMatchObject({ state: "drafted", draft_reason: "office_closed" });
});

test("a test mail is answered at any hour", async () => {
  await setHours();
  expect(await mailOf("me@one.example", { is_test: true })).toMatchObject({ state: "observed" });
});

test("the note goes out once to each correspondent of a closed time, without a provider, and the mails wait", async () => {
  await setHours({ outside: "note", note: NOTE });
  const calls = world.provider.calls;
  const first = await mailOf("g@one.example");
  const second = await mailOf("G+again@one.example");
  expect([first, second]).toMatchObject([CLOSED, CLOSED]);
  await workJobs();
  const notes = [...(await notesIn(first.thread_id)), ...(await notesIn(second.thread_id))];
  expect(notes).toHaveLength(1);
  expect(notes[0]).toMatchObject({
    state: "replied",
    answer: { text: NOTE, cost_nano_usd: 0 },
    timeline: [{ event: "closed_note" }, {}, {}, {}],
  });
  expect(notes[0]?.payer).toBeUndefined();
  expect(world.provider.calls).toBe(calls);
  const sent = new URLSearchParams(world.ses.bodies.at(-1)).get("RawMessage.Data") ?? "";
  const mail = await simpleParser(Buffer.from(sent, "base64"));
  expect(mail.text?.trim()).toBe(NOTE);
  expect(mail.headers.get("auto-submitted")).toBe("auto-replied");
  expect(await world.usageOf("2026-11-23")).not.toHaveProperty("mails");
});

test("the mail itself is answered when the hours begin, and its note is no earlier turn of it", async () => {
  await setHours({ outside: "note", note: NOTE });
  const held = await mailOf("h@one.example");
  await workJobs();
  world.setClock(new Date("2026-11-24T00:02:00Z"));
  expect(await world.work(held)).toMatchObject({ state: "replied" });
  expect(world.provider.bodies.at(-1)).not.toContain(NOTE);
});

test("the next closed time has a note of its own", async () => {
  await setHours({ outside: "note", note: NOTE });
  await mailOf("i@one.example");
  await setHours({ outside: "note", note: NOTE, holidays: ["2026-11-24"] });
  await mailOf("i@one.example");
  await workJobs();
  const { runs } = await world.deps.runs.list({
    userId: "alice",
    limit: 100,
    where: ({ from }) => from.includes("i@one.example"),
  });
  const rows = await Promise.all(runs.map(({ run_id }) => world.deps.runs.get("alice", run_id)));
  expect(rows.filter((row) => row?.is_note)).toHaveLength(2);
});

test.each([
  [
    "blocked",
    async (address: string) => {
      const row = { address, reason: "bounced", run_id: "r", blocked_at: RECEIVED_AT } as const;
      await world.deps.correspondents.blocked.add("alice", "agent1", row);
    },
  ],
  [
    "over their cap",
    async (address: string) => {
      await world.deps.agents.patch("alice", "agent1", { max_replies_per_correspondent_per_hour: 1 }, later(0));
      await mailOf(address);
    },
  ],
])("a correspondent who is %s gets no note, and the mail waits all the same", async (name, prepare) => {
  const address = `${name.replaceAll(" ", "-")}@note.example`;
  await prepare(address);
  await setHours({ outside: "note", note: NOTE });
  const held = await mailOf(address);
  expect(held).toMatchObject(CLOSED);
  expect(await notesIn(held.thread_id)).toEqual([]);
});

test("a robot gets no note", async () => {
  await setHours({ outside: "note", note: NOTE });
  const run = await world.work(
    await arrive(world, { from: "x@robot.example", headers: ["Auto-Submitted: auto-replied"] }),
  );
  expect(run).toMatchObject({ state: "skipped", reason: "auto_submitted" });
  expect(await notesIn(run.thread_id)).toEqual([]);
});

test("a thread in which the owner answers gets no note, since that is looked at before the hours", () => {
  const { names } = stepsFor(someAgent(), someRun());
  expect(names.indexOf("owner does not answer in this thread")).toBeGreaterThan(-1);
  expect(names.indexOf("owner does not answer in this thread")).toBeLessThan(names.indexOf("office hours"));
});
