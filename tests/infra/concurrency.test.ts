import { expect, test } from "vitest";
import * as z from "zod";
import { API_SHARE, allQueues, roomFor } from "../../infra/concurrency.ts";
import { templateWith } from "./stack-with.ts";

const mapping = z.object({
  Properties: z.object({
    FunctionName: z.object({ Ref: z.string() }),
    ScalingConfig: z.object({ MaximumConcurrency: z.number() }),
  }),
});

/** How many invocations each queue may have at a time: a mapping without a bound does not pass. */
function boundsOf(maxInvocations: number): number[] {
  const found = templateWith({ maxInvocations }).findResources("AWS::Lambda::EventSourceMapping");
  return Object.values(found).map((each) => mapping.parse(each).Properties.ScalingConfig.MaximumConcurrency);
}

test.each([2, 20, 100])("with %i batches at once all queues are bounded, together as reckoned", (maxInvocations) => {
  const bounds = boundsOf(maxInvocations);
  expect(bounds).toContain(maxInvocations);
  expect(bounds.reduce((sum, bound) => sum + bound, 0)).toBe(allQueues(maxInvocations));
});

test("each queue has the bound of its own work: the runner's is the setting, and a fifth of it keeps up with the mails", () => {
  const found = Object.values(templateWith({ maxInvocations: 50 }).findResources("AWS::Lambda::EventSourceMapping"));
  const bounds = found.map((each) => {
    const { FunctionName, ScalingConfig } = mapping.parse(each).Properties;
    return [FunctionName.Ref.replace(/Function[0-9A-F]{8}$/, ""), ScalingConfig.MaximumConcurrency];
  });
  expect(Object.fromEntries(bounds)).toEqual({
    AgentRunsRunner: 50,
    MailIntakeRouter: 10,
    DeliveryEventsRecorder: 10,
    NoticesNotifier: 2,
    OperatorMailsSender: 2,
    AccountDeletionDeleter: 2,
    WebhookSender: 10,
  });
});

test("the runner is told what its queue's mapping says", () => {
  templateWith({ maxInvocations: 20 }).hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: { MAX_INVOCATIONS: "20" } },
  });
});

test("what an account has room for leaves the API its share, whatever the account's limit", () => {
  for (let limit = 1; limit <= 3000; limit += 7) {
    const room = roomFor(limit);
    if (room === undefined) expect(limit).toBeLessThan(allQueues(2) + API_SHARE);
    else expect(limit - allQueues(room)).toBeGreaterThanOrEqual(API_SHARE);
  }
  expect([roomFor(10), roomFor(50), roomFor(1000)]).toEqual([undefined, 24, 500]);
});
