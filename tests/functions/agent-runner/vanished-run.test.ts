import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { workRun } from "../../../functions/agent-runner/jobs/work-run.ts";
import type { RunEvent } from "../../../shared/runs/ledger.ts";
import type { Run } from "../../../shared/runs/run.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { UserRows } from "../../../shared/users/user-rows.ts";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";
import { later } from "../../support/runs.ts";

let world: RunnerWorld;
beforeAll(async () => {
  world = await startRunnerWorld();
});
afterAll(() => world.stop());
beforeEach(() => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
});

const deleteRuns = () => new UserRows(world.db, "runs", "run_id").deleteSome("alice", 25);

/** The runs of an owner whose account is being deleted: they vanish after an event of the given type. */
class VanishingRuns extends RunStore {
  last: RunEvent["type"] = "claim";

  override async apply(run: Run, event: RunEvent, now: Date): Promise<Run | undefined> {
    const changed = await super.apply(run, event, now);
    if (event.type === this.last) await deleteRuns();
    return changed;
  }
}

function work({ user_id, run_id }: Run, runs: RunStore) {
  return workRun({ user_id, run_id }, { holder: "job", deadline: later(120) }, { ...world.deps, runs });
}

describe("a run whose owner deletes the account", () => {
  test("before its job runs is ignored", async () => {
    const run = await world.arrive("before");
    await deleteRuns();
    await work(run, world.deps.runs);
    expect([world.provider.calls, world.ses.calls]).toEqual([0, 0]);
  });

  test.each([
    ["claim", 0, 0],
    ["call_started", 1, 0],
    ["answered", 1, 0],
    ["send_started", 1, 1],
  ] as const)("after %s stops, and is not created again", async (type, calls, mails) => {
    const run = await world.arrive(type.replace("_", "-"));
    const runs = new VanishingRuns(world.db, "runs");
    runs.last = type;
    await work(run, runs);
    expect([world.provider.calls, world.ses.calls]).toEqual([calls, mails]);
    expect(await world.deps.runs.get(run.user_id, run.run_id)).toBeUndefined();
    expect(await world.take(world.queueUrl)).toEqual([]);
  });
});
