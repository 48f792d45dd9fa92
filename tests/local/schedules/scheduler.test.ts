import { afterEach, expect, it, vi } from "vitest";
import { type Scheduler, startScheduler } from "../../../local/schedules/scheduler.ts";

const events: unknown[] = [];
let scheduler: Scheduler | undefined;
afterEach(() => {
  scheduler?.stop();
  vi.useRealTimers();
});

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

it("invokes again and again until it is stopped, even after a failed invocation", async () => {
  vi.useFakeTimers();
  const running = start(60_000);
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  expect(events).toHaveLength(3);
  running.stop();
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(events).toHaveLength(3);
});

it("invokes at once when it is fired, with the schedule's own event", async () => {
  await start(60_000).fire();
  expect(events).toEqual([{ a: 1 }]);
});
