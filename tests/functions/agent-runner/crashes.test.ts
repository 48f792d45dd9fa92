import { PutObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Deps } from "../../../functions/agent-runner/deps.ts";
import { workRun } from "../../../functions/agent-runner/jobs/work-run.ts";
import { MailReader } from "../../../functions/agent-runner/mail/mail-reader.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { someAgent } from "../../support/agents.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later, RECEIVED_AT, someRun } from "../../support/runs.ts";

const script = new URL("../../support/stubborn-thread.ts", import.meta.url);
const stubborn = new MailReader({ script, limitMs: 2_000, patienceMs: 20 });

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  await world.take(world.noticesUrl);
});

/** A mail to an agent whose reading hangs until it is ended. */
async function arriveHanging(name: string, changes: Partial<Run> = {}): Promise<Run> {
  const object_key = `inbound/${name}`;
  const sender = `carol@${name}.example`;
  const Body = `From: ${sender}\r\nX-Test: hang\r\nMessage-ID: <${name}@x>\r\n\r\nHello?\r\n`;
  await world.aws.s3.send(new PutObjectCommand({ Bucket: "mails", Key: object_key, Body }));
  const run = someRun({ run_id: `20261123120000000-${name}`, object_key, from: sender, ...changes });
  world.setClock(new Date(RECEIVED_AT));
  await world.deps.runs.add(run);
  return run;
}

/** A process claims the run when it is due and dies before anything comes of it. @returns when the next may */
async function claimInVain({ user_id, run_id }: Run, holder: string): Promise<Date> {
  const run = await world.deps.runs.get(user_id, run_id);
  const at = new Date(run?.next_check_at ?? RECEIVED_AT);
  const until = new Date(at.getTime() + 125_000).toISOString();
  const claimed = run && (await world.deps.runs.apply(run, { type: "claim", holder, until }, at));
  expect(claimed?.state).toBe("claimed");
  return new Date(until);
}

/** Works the run whenever it is due, until it rests. @returns the run, and how often it was worked */
async function untilAtRest(run: Run, changed: Partial<Deps>): Promise<{ run: Run; tries: number }> {
  let now = run;
  for (let tries = 1; ; tries++) {
    world.setClock(new Date(now.next_check_at ?? RECEIVED_AT));
    now = await world.work(run, changed);
    if (now.state !== "received") return { run: now, tries };
  }
}

it("gives up a mail after three crashes, notifies its owner, and pays nobody", async () => {
  const run = await world.arrive("dies");
  for (const holder of ["one", "two", "three"]) world.setClock(await claimInVain(run, holder));
  const held = await world.work(run);
  expect(held).toMatchObject({ state: "held", reason: "mail_unreadable", crashes: 3 });
  expect([held.reserved_on, held.next_check_at]).toEqual([undefined, undefined]);
  expect(held.timeline.map(({ event }) => event)).toEqual([
    ...["received", "claim", "claim:again", "claim:again", "held:mail_unreadable", "usage_settled"],
  ]);
  const told = { kind: "mail_given_up", user_id: "alice", agent_name: "Support", episode: "agent1:2026-11-23" };
  expect(await world.take(world.noticesUrl)).toEqual([told]);
  // A redriven or repeated delivery of the job ends at once.
  expect(await world.work(run)).toEqual(held);
});

it("answers a mail after two crashes, and resets the count", async () => {
  const run = await world.arrive("dies-twice");
  for (const holder of ["one", "two"]) world.setClock(await claimInVain(run, holder));
  const answered = await world.work(run);
  expect(answered.state).toBe("replied");
  expect(answered.crashes).toBeUndefined();
});

it("does not give up a mail for any number of waits", async () => {
  const run = await world.arrive("waits");
  world.provider.say({ status: 500, body: {} });
  let now = run;
  for (let i = 0; i < 5; i++) {
    now = await world.work(run);
    expect(now).toMatchObject({ state: "received" });
    expect(now.crashes).toBeUndefined();
    world.setClock(new Date(now.next_check_at ?? ""));
  }
  expect(now.attempts).toBe(5);
  // The breaker of Alice's key waits as well.
  await world.storeKey("openai", "sk-test-alice-0123456789", "gpt-4");
});

it("gives up a mail whose reading was aborted three times, and reads it again when it is reopened", async () => {
  const run = await arriveHanging("hangs");
  const { run: held, tries } = await untilAtRest(run, { reader: stubborn });
  expect(tries).toBe(3);
  expect(held).toMatchObject({ state: "held", reason: "mail_unreadable", crashes: 3, attempts: 2 });
  expect(await world.take(world.noticesUrl)).toMatchObject([{ kind: "mail_given_up" }]);
  const again = await world.deps.runs.apply(held, { type: "reopen" }, later(5_000));
  expect(again).toMatchObject({ state: "received" });
  expect(again?.crashes).toBeUndefined();
  world.setClock(later(5_000));
  expect(await world.work(run)).toMatchObject({ state: "replied" });
});

it("answers another owner's mail of the batch while three hanging mails are still being read", async () => {
  await world.deps.agents.add(someAgent({ user_id: "mallory", agent_id: "agent3", address: "m@agents.example" }));
  const theirs = { user_id: "mallory", agent_id: "agent3" };
  const hostile = await Promise.all(["h1", "h2", "h3"].map((name) => arriveHanging(name, theirs)));
  const ordinary = await world.arrive("ordinary");
  const reader = new MailReader({ script, limitMs: 20_000, patienceMs: 20 });
  const over: string[] = [];
  const jobs = [...hostile, ordinary].map(async (run) => {
    const hold = { holder: `batch:${run.run_id}`, deadline: later(120) };
    await workRun(run, hold, { ...world.deps, reader });
    over.push(run.run_id);
  });
  await jobs.at(-1);
  expect(over).toEqual([ordinary.run_id]);
  expect(await world.deps.runs.get("alice", ordinary.run_id)).toMatchObject({ state: "replied" });
  for (const run of hostile) {
    expect(await world.deps.runs.get("mallory", run.run_id)).toMatchObject({ state: "claimed" });
  }
  await Promise.all(jobs);
  for (const run of hostile) {
    expect(await world.deps.runs.get("mallory", run.run_id)).toMatchObject({ state: "received", crashes: 1 });
  }
});
