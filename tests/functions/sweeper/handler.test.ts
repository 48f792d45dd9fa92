import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sweep } from "../../../functions/sweeper/handler.ts";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { later, someRun } from "../../support/runs.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

let dynamo: TestDynamo;
let aws: TestAws;
let queue = "";
let runs: RunStore;
beforeAll(async () => {
  const unsettled = { partition: "unsettled_shard", sort: "next_check_at" };
  const tables = { runs: { partition: "user_id", sort: "run_id", indexes: { unsettled } } };
  [dynamo, aws] = await Promise.all([startDynamo(tables), startTestAws()]);
  queue = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "jobs" }))).QueueUrl ?? "";
  runs = new RunStore(dynamo.db, "runs");
});
afterAll(() => Promise.all([dynamo.stop(), aws.stop()]));

const sweepAt = (seconds: number) => sweep({ runs, jobs: new JobQueue(aws.sqs, queue), now: () => later(seconds) });

/** The runs that have jobs in the queue, in the order they were sent. The queue is empty afterwards. */
async function jobs(): Promise<string[]> {
  const found: string[] = [];
  for (;;) {
    const { Messages = [] } = await aws.sqs.send(
      new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10, WaitTimeSeconds: 0 }),
    );
    if (Messages.length === 0) return found;
    found.push(...Messages.map(({ Body = "{}" }) => JSON.parse(Body).run_id));
  }
}

it("sends a job for every run that is two minutes overdue, in any shard, and for no other", async () => {
  for (let shard = 0; shard < 8; shard++) await runs.add(someRun({ run_id: `2026-0${shard}` }));
  await runs.add(someRun({ run_id: "2026-10", next_check_at: later(60).toISOString() }));
  await runs.add(someRun({ run_id: "2026-11", state: "replied", next_check_at: undefined }));
  await sweepAt(120);
  expect(await jobs()).toEqual([]);
  await sweepAt(121);
  expect((await jobs()).sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((shard) => `2026-0${shard}`));
});

it("comes back to a run whose process died, but not after it was given up", async () => {
  const lease = { holder: "dead", until: later(2_000).toISOString() };
  const due = { state: "claimed", lease, next_check_at: lease.until, reserved_on: "2026-11-23" } as const;
  const run = someRun({ run_id: "2026-20", ...due, crashes: 2 });
  await runs.add(run);
  await sweepAt(2_000 + 121);
  expect(await jobs()).toContain("2026-20");
  const givenUp = await runs.apply(run, { type: "crashed" }, later(2_200));
  expect(givenUp).toMatchObject({ state: "held", reason: "mail_unreadable" });
  // Its reservation is still to be settled.
  await sweepAt(2_200 + 121);
  expect(await jobs()).toContain("2026-20");
  if (givenUp) await runs.apply(givenUp, { type: "usage_settled" }, later(2_400));
  await sweepAt(9_000);
  expect(await jobs()).not.toContain("2026-20");
});

it("takes the longest overdue first, and at most as many of a shard as a sweep has time for", async () => {
  for (let i = 0; i < 130; i++) {
    const next_check_at = new Date(later(-1_000).getTime() + i).toISOString();
    await runs.add(someRun({ user_id: "many", run_id: `${String(i).padStart(3, "0")}-0f`, next_check_at }));
  }
  await sweepAt(0);
  const sent = await jobs();
  expect(sent).toHaveLength(125);
  expect([...sent].sort()).toEqual(Array.from({ length: 125 }, (_, i) => `${String(i).padStart(3, "0")}-0f`));
});

it("sends one owner's mails oldest first across shards, so that they get the room when a limit renews", async () => {
  const next_check_at = later(-2_000).toISOString();
  const ids = Array.from(
    { length: 12 },
    (_, i) => `2026112312${String(i).padStart(2, "0")}00000-0${((i * 7) % 12).toString(16)}`,
  );
  for (const run_id of ids.toReversed()) {
    await runs.add(someRun({ user_id: "renewed", run_id, state: "held", reason: "daily_limit", next_check_at }));
  }
  await sweepAt(-1_500);
  expect((await jobs()).filter((id) => ids.includes(id))).toEqual(ids);
});
