import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, it } from "vitest";
import { type Scheduler, startScheduler } from "../../../local/schedules/scheduler.ts";

const events: unknown[] = [];
let scheduler: Scheduler | undefined;
afterEach(() => scheduler?.stop());

function start(everyMs: number): Scheduler {
  events.length = 0;
  const invoke = async (event: unknown) => {
    events.push(event);
    throw new Error("a sweep that fails");
  };
  scheduler = startScheduler(
    [{ functionName: "sweeper", everyMs, input: '{"a":1}' }],
    new Map([["sweeper", { invoke }]]),
  );
  return scheduler;
}

it("invokes again and again, whatever became of the time before, until it is stopped", async () => {
  const running = start(5);
  await expect.poll(() => events.length).toBeGreaterThan(2);
  running.stop();
  const seen = events.length;
  await sleep(50);
  expect(events).toHaveLength(seen);
});

it("invokes at once when it is fired, with the schedule's own event", async () => {
  await start(60_000).fire();
  expect(events).toEqual([{ a: 1 }]);
});
