import { CreateQueueCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { JobQueue } from "../../../shared/runs/job-queue.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

let aws: TestAws;
let QueueUrl = "";
let jobs: JobQueue;
beforeAll(async () => {
  aws = await startTestAws();
  QueueUrl = (await aws.sqs.send(new CreateQueueCommand({ QueueName: "agent-runs" }))).QueueUrl ?? "";
  jobs = new JobQueue(aws.sqs, QueueUrl);
});
afterAll(() => aws.stop());

// SQS serves the groups of a standard queue fairly, so one owner's flood does not delay other owners.
it.each<[string, () => Promise<void>]>([
  ["run", () => jobs.send({ user_id: "alice", run_id: "r1" })],
  ["verify", () => jobs.verifyKey("alice", "openai")],
  ["release", () => jobs.requeueHeld("alice", { resolved: "limits", agent_id: "agent1" })],
])("a %s job is in the group of its owner", async (kind, send) => {
  await send();
  const { Messages = [] } = await aws.sqs.send(
    new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, MessageSystemAttributeNames: ["MessageGroupId"] }),
  );
  expect(Messages.map(({ Attributes }) => Attributes)).toEqual([{ MessageGroupId: "alice" }]);
  expect(JSON.parse(Messages[0]?.Body ?? "")).toMatchObject({ kind, user_id: "alice" });
});

it("a wait that is longer than SQS allows is shortened, and a time in the past sends at once", async () => {
  await jobs.send({ user_id: "alice", run_id: "r2" }, 100_000);
  await jobs.send({ user_id: "alice", run_id: "r3" }, -5);
  const { Messages = [] } = await aws.sqs.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  expect(Messages.map(({ Body = "" }) => JSON.parse(Body).run_id)).toEqual(["r3"]);
});
