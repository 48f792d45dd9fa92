import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isLike, type RunFilter } from "../../../shared/runs/run-filter.ts";
import { MOST_READ, RunStore } from "../../../shared/runs/run-store.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { someRun } from "../../support/runs.ts";

const RUNS = 10_000;
let dynamo: TestDynamo;
let runs: RunStore;
/** Items that DynamoDB has returned since this was last reset. */
let read = 0;

/** Of every 1,000 runs, one is a draft, one is held and one has the wanted sender. */
function rowOf(number: number): Record<string, unknown> {
  const run = someRun({
    run_id: `20261123120000000-${String(number).padStart(8, "0")}`,
    state: number % 1_000 === 7 ? "drafted" : number % 1_000 === 8 ? "held" : "replied",
    from: number % 1_000 === 9 ? "Zoë <ZOE@rare.example>" : "Carol <carol@customer.example>",
    next_check_at: undefined,
  });
  return { ...run, agent_run: `${run.agent_id}#${run.run_id}` };
}

beforeAll(async () => {
  const by_agent = { partition: "user_id", sort: "agent_run" };
  dynamo = await startDynamo({ runs: { partition: "user_id", sort: "run_id", indexes: { by_agent } } });
  for (let first = 0; first < RUNS; first += 25) {
    const requests = Array.from({ length: 25 }, (_, i) => ({ PutRequest: { Item: rowOf(first + i) } }));
    await dynamo.db.send(new BatchWriteCommand({ RequestItems: { runs: requests } }));
  }
  dynamo.db.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const { output } = answer;
      if (typeof output === "object" && output !== null && "ScannedCount" in output)
        read += Number(output.ScannedCount);
      return answer;
    },
    { step: "initialize" },
  );
  runs = new RunStore(dynamo.db, "runs");
}, 300_000);
afterAll(() => dynamo.stop());

/** All pages of a list, and the most items that one of them has read. */
async function pages(filter: Partial<RunFilter>, limit = 25, agentId?: string) {
  const ids: string[] = [];
  const sizes: number[] = [];
  let mostRead = 0;
  let cursor: string | undefined;
  do {
    read = 0;
    const where = isLike({ state: undefined, q: undefined, ...filter });
    const page = await runs.list({ userId: "alice", agentId, where, limit, cursor });
    mostRead = Math.max(mostRead, read);
    ids.push(...page.runs.map(({ run_id }) => run_id));
    sizes.push(page.runs.length);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return { ids, sizes, mostRead };
}

const expected = (rest: number[]) =>
  Array.from({ length: RUNS }, (_, i) => RUNS - 1 - i)
    .filter((number) => rest.includes(number % 1_000))
    .map((number) => `20261123120000000-${String(number).padStart(8, "0")}`);

it.each([
  [{ state: "needs_owner" }, [7, 8], undefined],
  [{ state: "drafted" }, [7], "agent1"],
  [{ q: "zoe@RARE" }, [9], undefined],
  [{ state: "held", q: "carol" }, [8], "agent1"],
  [{ state: "failed" }, [], undefined],
] as const)(
  "finds all of %j among 10,000 runs, and no request reads more than its share",
  async (filter, rest, agent) => {
    const { ids, sizes, mostRead } = await pages(filter, 25, agent);
    expect(ids).toEqual(expected([...rest]));
    expect(mostRead).toBeLessThanOrEqual(MOST_READ);
    expect(sizes.length).toBeLessThanOrEqual(RUNS / MOST_READ + 1);
  },
  120_000,
);

it("a full page continues with the next match, not with the next item read", async () => {
  const { ids, sizes } = await pages({ state: "needs_owner" }, 1);
  expect(ids).toEqual(expected([7, 8]));
  expect(Math.max(...sizes)).toBe(1);
}, 120_000);

it("a list without a filter reads only what it shows", async () => {
  read = 0;
  const { runs: shown, nextCursor } = await runs.list({ userId: "alice", limit: 25 });
  expect(shown).toHaveLength(25);
  expect(read).toBe(25);
  expect(nextCursor).toBe(shown.at(-1)?.run_id);
});
