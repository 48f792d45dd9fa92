import { afterAll, beforeAll, expect, it } from "vitest";
import type { Run } from "../../../../shared/runs/run.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../../support/runner-world.ts";
import { later } from "../../../support/runs.ts";

const SECONDS = 120;

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});
afterAll(() => world.stop());

it("a run can be taken over soon after the deadline, but not at it, because Lambda may still be ending the process", async () => {
  const arrived = await world.arrive("slow");
  const begun = world.deps.now();
  const others: (Run | undefined)[] = [];
  world.provider.meanwhile(async () => {
    for (const seconds of [SECONDS, SECONDS + 4, SECONDS + 60]) {
      world.setClock(later(seconds));
      others.push(await world.work(arrived));
    }
  });
  await world.work(arrived, {}, SECONDS);
  const first = `job at ${begun.toISOString()}`;
  expect(others.map((run) => [run?.state, run?.lease?.holder])).toEqual([
    ["claimed", first],
    ["claimed", first],
    ["replied", undefined],
  ]);
});
