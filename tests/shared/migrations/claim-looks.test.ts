import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AddressClaims } from "../../../shared/agents/address-claims.ts";
import { claimLooks } from "../../../shared/migrations/claim-looks.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";

const TABLE = "Old-TablesAddresses1A";
let dynamo: TestDynamo;
let claims: AddressClaims;
let said: string[] = [];
beforeAll(async () => {
  dynamo = await startDynamo({ [TABLE]: { partition: "address" } });
  claims = new AddressClaims(dynamo.db, TABLE, "agents.example");
  for (const [local, user_id, more] of [
    ["hxjmfm35vk", "alice", {}],
    ["retired222", "bob", { until: "2026-11-01T00:00:00.000Z" }],
    ["seen44seen", "carl", {}],
  ] as const) {
    const Item = { address: `${local}@agents.example`, user_id, agent_id: `agent-${user_id}`, ...more };
    await dynamo.db.send(new PutCommand({ TableName: TABLE, Item }));
  }
  // Chosen before the command ran.
  await claims.claim({ address: "seen.44.seen@agents.example", user_id: "dora", agent_id: "agent-dora" });
});
afterAll(() => dynamo.stop());

async function run(doIt: boolean): Promise<string[]> {
  said = [];
  const client = new DynamoDBClient({
    region: "us-east-1",
    requestHandler: { handle: dynamo.handle },
    credentials: { accessKeyId: "test", secretAccessKey: "test" },
  });
  const task = { prefix: "Old-", mailDomain: "agents.example", doIt };
  await claimLooks(task, { dynamo: client, db: dynamo.db }, (line) => said.push(line));
  return said;
}
const lookAlike = (name: string) => claims.faultOf("mallory", `${name}@agents.example`);
const rows = async () => (await dynamo.db.send(new ScanCommand({ TableName: TABLE }))).Count;

test("without --yes it only counts", async () => {
  const before = await rows();
  expect(await run(false)).toEqual(["4 addresses. Nothing was changed. Add --yes to do it."]);
  expect(await rows()).toBe(before);
  expect(await lookAlike("hxjmfm-35vk")).toBeUndefined();
});

test("look-alikes of older addresses are kept for their owners, and a second run changes nothing", async () => {
  expect(await run(true)).toEqual(["4 addresses: 3 looks are their owners', 1 another owner's."]);
  const after = await rows();
  expect([await lookAlike("hxjmfm-35vk"), await lookAlike("retired-222")]).toEqual(["misleading", "misleading"]);
  expect(await claims.faultOf("dora", "seen-44-seen@agents.example")).toBeUndefined();
  expect(await claims.faultOf("alice", "hxjmfm-35vk@agents.example")).toBeUndefined();
  await run(true);
  expect(await rows()).toBe(after);
});
