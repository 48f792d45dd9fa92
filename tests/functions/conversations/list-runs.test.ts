import { afterAll, beforeAll, expect, test } from "vitest";
import { listRuns } from "../../../functions/conversations/list-runs.ts";
import { RunStore } from "../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { someRun } from "../../support/runs.ts";

const INDEXES = {
  by_agent: { partition: "user_id", sort: "agent_run" },
  by_thread: { partition: "user_id", sort: "thread_run" },
};
const AGENTS = ["one", "two", "foreign"];
let dynamo: TestDynamo;
let runs: RunStore;
beforeAll(async () => {
  dynamo = await startDynamo({ runs: { partition: "user_id", sort: "run_id", indexes: INDEXES } });
  runs = new RunStore(dynamo.db, "runs");
  for (let i = 0; i < 60; i++) {
    const agent_id = AGENTS[(i * i) % 3] ?? "one";
    const number = String(i).padStart(3, "0");
    const subject = i % 4 === 0 ? "wanted" : "other";
    await runs.add(someRun({ run_id: `20261123-${number}`, agent_id, subject, thread_id: `t-${agent_id}` }));
  }
});
afterAll(() => dynamo.stop());

const bound = (...agent_ids: string[]) => {
  const ends_at = "2027-01-01T00:00:00.000Z";
  return { id: "alice", token: { token_id: "t", scopes: [], agent_ids, ends_at } };
};

type Where = NonNullable<Parameters<typeof listRuns>[1]["where"]>;

/** All pages, as a client reads them. */
async function all(user: Parameters<typeof listRuns>[0], limit: number, where?: Where) {
  const found: { run_id: string; agent_id: string }[] = [];
  let cursor: string | undefined;
  do {
    const page = await listRuns(user, { cursor, limit, where }, runs);
    expect(page.runs.length).toBeLessThanOrEqual(limit);
    found.push(...page.runs);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return found.map(({ run_id, agent_id }) => ({ run_id, agent_id }));
}

const isWanted: Where = (run) => run.subject === "wanted";

test.each([1, 3, 7, 100])(
  "a bound token gets each run of its agents once, newest first, in pages of %i",
  async (limit) => {
    for (const where of [undefined, isWanted]) {
      const everything = await all({ id: "alice" }, 100, where);
      for (const agents of [["one"], ["one", "two"], ["two", "gone"]]) {
        const own = everything.filter(({ agent_id }) => agents.includes(agent_id));
        expect(own.length).toBeGreaterThan(0);
        expect(await all(bound(...agents), limit, where)).toEqual(own);
      }
    }
  },
);

test("no cursor names a run of another agent", async () => {
  const foreign = new Set((await all(bound("foreign"), 100)).map(({ run_id }) => run_id));
  let cursor: string | undefined;
  do {
    const page = await listRuns(bound("one", "two"), { cursor, limit: 2 }, runs);
    cursor = page.nextCursor ?? undefined;
    expect(foreign.has(cursor ?? "")).toBe(false);
  } while (cursor !== undefined);
});

test("a foreign agent or thread has the list of an absent one", async () => {
  const nothing = { runs: [], nextCursor: null };
  for (const query of [
    { agentId: "foreign" },
    { threadId: "t-foreign" },
    { agentId: "absent" },
    { threadId: "absent" },
  ]) {
    expect(await listRuns(bound("one"), { ...query, limit: 5 }, runs)).toEqual(nothing);
  }
  expect((await listRuns(bound("one"), { threadId: "t-one", limit: 5 }, runs)).runs).toHaveLength(5);
});
