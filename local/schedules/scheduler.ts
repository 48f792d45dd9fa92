import type { LambdaHost } from "../functions/lambda-host.ts";
import type { Schedule } from "./schedules.ts";

export type Scheduler = {
  /** Invokes every function that has a schedule at once, and resolves when they are done. */
  fire(): Promise<void>;
  stop(): void;
};

/** Invokes functions by timers that do not keep this process alive. A failure is logged in the function's log. */
export function startScheduler(schedules: Schedule[], hosts: Map<string, Pick<LambdaHost, "invoke">>): Scheduler {
  const invoke = async ({ functionName, input }: Schedule): Promise<void> => {
    await hosts
      .get(functionName)
      ?.invoke(JSON.parse(input))
      .catch(() => {});
  };
  const timers = schedules.map((schedule) => setInterval(() => void invoke(schedule), schedule.everyMs).unref());
  return {
    fire: async () => void (await Promise.all(schedules.map(invoke))),
    stop: () => timers.forEach(clearInterval),
  };
}
