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

/** The maximum concurrency of each queue's mapping. A mapping without one fails. */
function boundsOf(maxInvocations: number): number[] {
  const found = templateWith({ maxInvocations }).findResources("AWS::Lambda::EventSourceMapping");
  return Object.values(found).map((each) => mapping.parse(each).Properties.ScalingConfig.MaximumConcurrency);
}

test.each([2, 20, 100])(
  "with %i concurrent batches, the sum of all queues' bounds is as calculated",
  (maxInvocations) => {
    const bounds = boundsOf(maxInvocations);
    expect(bounds).toContain(maxInvocations);
    expect(bounds.reduce((sum, bound) => sum + bound, 0)).toBe(allQueues(maxInvocations));
  },
);

test("the runner's queue has the bound of the setting, and the router's a fifth of it", () => {
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

test("the runner gets the concurrency of its queue's mapping", () => {
  templateWith({ maxInvocations: 20 }).hasResourceProperties("AWS::Lambda::Function", {
    Environment: { Variables: { MAX_INVOCATIONS: "20" } },
  });
});

test("the suggested concurrency leaves the API its share at any account limit", () => {
  for (let limit = 1; limit <= 3000; limit += 7) {
    const room = roomFor(limit);
    if (room === undefined) expect(limit).toBeLessThan(allQueues(2) + API_SHARE);
    else expect(limit - allQueues(room)).toBeGreaterThanOrEqual(API_SHARE);
  }
  expect([roomFor(10), roomFor(50), roomFor(1000)]).toEqual([undefined, 24, 500]);
});
