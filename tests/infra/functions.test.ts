import { expect, test } from "vitest";
import * as z from "zod";
import { FUNCTIONS } from "../../infra/bundles.ts";
import { MAX_IN_FLIGHT } from "../../shared/runs/concurrency.ts";
import { refusedOverPlainHttp } from "./plain-http.ts";
import { functionName } from "./roles.ts";
import { readable, resourcesOf } from "./template.ts";

const properties = z.object({
  Runtime: z.string(),
  Architectures: z.array(z.string()),
  Timeout: z.number(),
  RecursiveLoop: z.string().optional(),
  LoggingConfig: z.object({ LogGroup: z.object({ Ref: z.string() }) }),
});
const functions = resourcesOf("AWS::Lambda::Function").map((fn) => ({
  name: functionName(fn),
  logicalId: fn[0],
  ...properties.parse(fn[1].Properties),
}));
const ours = functions.filter(({ name }) => FUNCTIONS.some((known) => known === name));

test("every folder of functions/ is deployed once", () => {
  expect(ours.map(({ name }) => name).sort()).toEqual([...FUNCTIONS].sort());
});

test.each(functions)("$name runs on Node 24 and arm64", ({ Runtime, Architectures }) => {
  expect([Runtime, ...Architectures]).toEqual(["nodejs24.x", "arm64"]);
});

test("every function has its own log group, and every log group has a retention time", () => {
  const groups = resourcesOf("AWS::Logs::LogGroup");
  expect(new Set(functions.map(({ LoggingConfig }) => LoggingConfig.LogGroup.Ref)).size).toBe(functions.length);
  for (const [, { Properties }] of groups) expect(Properties["RetentionInDays"]).toBe(30);
});

test("only the runner, the deletion of accounts and the sender of webhooks may send to the queue that feeds them", () => {
  const loops = ours.filter(({ RecursiveLoop }) => RecursiveLoop !== "Terminate");
  expect(loops.map(({ name, RecursiveLoop }) => [name, RecursiveLoop])).toEqual(
    expect.arrayContaining([
      ["account-deletion", "Allow"],
      ["agent-runner", "Allow"],
      ["webhook-sender", "Allow"],
    ]),
  );
  expect(loops).toHaveLength(3);
});

test("a queue hides a message for six times its function's timeout, and moves it away after five receives", () => {
  const queues = new Map(resourcesOf("AWS::SQS::Queue"));
  const arn = z
    .object({ "Fn::GetAtt": z.tuple([z.string(), z.literal("Arn")]) })
    .transform((get) => get["Fn::GetAtt"][0]);
  const mapping = z.object({
    FunctionName: z.object({ Ref: z.string() }),
    EventSourceArn: arn,
    FunctionResponseTypes: z.tuple([z.literal("ReportBatchItemFailures")]),
  });
  const queue = z.object({
    VisibilityTimeout: z.number(),
    RedrivePolicy: z.object({ deadLetterTargetArn: arn, maxReceiveCount: z.literal(5) }),
  });
  const fed = resourcesOf("AWS::Lambda::EventSourceMapping").map(([, { Properties }]) => {
    const { FunctionName, EventSourceArn } = mapping.parse(Properties);
    const { VisibilityTimeout, RedrivePolicy } = queue.parse(queues.get(EventSourceArn)?.Properties);
    expect(queues.get(RedrivePolicy.deadLetterTargetArn)?.Properties["MessageRetentionPeriod"]).toBe(14 * 24 * 3600);
    const fn = ours.find(({ logicalId }) => logicalId === FunctionName.Ref);
    expect(VisibilityTimeout).toBe(6 * (fn?.Timeout ?? 0));
    return fn?.name;
  });
  expect(fed.sort()).toEqual([
    "account-deletion",
    "agent-runner",
    "delivery-events",
    "mail-router",
    "notifier",
    "operator-mail",
    "webhook-sender",
  ]);
});

test("every queue is encrypted and refuses plain HTTP", () => {
  const queues = resourcesOf("AWS::SQS::Queue");
  for (const [, { Properties }] of queues) expect(Properties["SqsManagedSseEnabled"]).toBe(true);
  const all = queues.map(([Ref]) => ["sqs:*", `${readable({ Ref })}.Arn`]);
  expect(refusedOverPlainHttp("AWS::SQS::QueuePolicy").sort()).toEqual(all.sort());
});

test("half of the concurrent batches stay free, however many runs one owner has in flight", () => {
  const mapping = z.object({
    FunctionName: z.object({ Ref: z.string() }),
    ScalingConfig: z.object({ MaximumConcurrency: z.number() }).optional(),
  });
  const runner = ours.find(({ name }) => name === "agent-runner");
  const limits = resourcesOf("AWS::Lambda::EventSourceMapping")
    .map(([, { Properties }]) => mapping.parse(Properties))
    .filter(({ FunctionName }) => FunctionName.Ref === runner?.logicalId)
    .map(({ ScalingConfig }) => ScalingConfig?.MaximumConcurrency);
  expect(limits).toEqual([2 * MAX_IN_FLIGHT]);
  expect(limits[0]).toBeLessThanOrEqual(100);
});
