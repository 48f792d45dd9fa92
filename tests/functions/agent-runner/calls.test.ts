import { afterAll, beforeAll, expect, it } from "vitest";
import { PROVIDER_ANSWERS, type RunnerWorld, SES_SENDS, startRunnerWorld } from "../../support/runner-world.ts";

let world: RunnerWorld;
const calls: string[] = [];
beforeAll(async () => {
  world = await startRunnerWorld();
  world.db.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(`${context["commandName"]} ${tablesOf(args.input)}`);
      return next(args);
    },
    { step: "initialize" },
  );
});
afterAll(() => world.stop());

function tablesOf(input: object): string {
  if ("RequestItems" in input)
    return Object.keys(input.RequestItems ?? {})
      .toSorted()
      .join(", ");
  return "TableName" in input ? String(input.TableName) : "";
}

/**
 * Each line is paid for a million times in a million mails. docs/cost.md says which promise it keeps; a new one needs such
 * a reason too.
 */
const CALLS = [
  "BatchGetItemCommand agents, configs, runs, users",
  "PutItemCommand runs", // claimed
  "UpdateItemCommand runner-marks", // not sent twice
  "BatchGetItemCommand blocked, runner-marks",
  "UpdateItemCommand runner-marks", // answers to this correspondent
  "UpdateItemCommand runner-marks", // answers to this domain
  "QueryCommand runs", // the thread's earlier mails
  "UpdateItemCommand usage", // reserved, day
  "UpdateItemCommand usage", // reserved, month
  "PutItemCommand runs", // a call begins
  "PutItemCommand runs", // the answer is stored
  "UpdateItemCommand configs", // the key works
  "UpdateItemCommand usage", // counted, day
  "UpdateItemCommand usage", // counted, month
  "UpdateItemCommand runner-marks", // replies of the owner
  "UpdateItemCommand runner-marks", // replies of all
  "PutItemCommand runs", // a sending begins
  "PutItemCommand runs", // replied
];

it("an answered mail makes these calls of DynamoDB and no other", async () => {
  world.provider.say(PROVIDER_ANSWERS);
  world.ses.say(SES_SENDS);
  const run = await world.arrive("counted");
  calls.length = 0;
  expect(await world.work(run)).toMatchObject({ state: "replied" });
  // The last one is the test's own look at the run.
  expect(calls.slice(0, -1)).toEqual(CALLS);
});
