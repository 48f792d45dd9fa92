import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, expect, test } from "vitest";
import { BlockList } from "../../../shared/correspondents/block-list.ts";
import { Complaints } from "../../../shared/correspondents/complaints.ts";
import { mailboxKey } from "../../../shared/correspondents/mailbox-key.ts";
import { WireIds } from "../../../shared/correspondents/wire-ids.ts";
import { hashId } from "../../../shared/ids.ts";
import { moveMarks } from "../../../shared/migrations/move-marks.ts";
import { NoticeMarks } from "../../../shared/notices/notice-marks.ts";
import { DuplicateGuard } from "../../../shared/runs/duplicate-guard.ts";
import { startDynamo, type TestDynamo } from "../../support/dynamo.ts";
import { MARK_TABLES } from "../../support/tables.ts";

const NOW = new Date("2026-11-29T12:00:00.000Z");
const expires_at = Math.floor(NOW.getTime() / 1000) + 3_600;
const CAROL = "carol@customer.example";
const MAIL = { agentId: "agent1", messageId: "<m1@x>", envelopeFrom: CAROL, author: CAROL };
const BETWEEN = { userId: "alice", agentId: "agent1", correspondent: CAROL };
const NOTICE = { user_id: "alice", kind: "key_failed", episode: "e1" } as const;

/** As CloudFormation names them. */
const named = {
  users: "Old-TablesUsers1A",
  usage: "Old-TablesUsage2B",
  blocked: "Old-TablesBlocked3C",
  runner: "Old-TablesRunnerMarks4D",
  delivery: "Old-TablesDeliveryMarks5E",
  notice: "Old-TablesNoticeMarks6F",
};

/** Rows as they stood in the table of usage before. */
function oldRows(user_id: string) {
  const id = mailboxKey("agent1", CAROL);
  const block = { id, address: CAROL, reason: "bounced", run_id: "r1", blocked_at: NOW.toISOString() };
  return [
    { user_id, day: "2026-11-29", in_flight: 1 },
    { user_id, day: "month:2026-11", committed: 5 },
    { user_id, day: `block:agent1:${id}`, ...block },
    { user_id, day: `seen:${hashId("agent1", "<m1@x>", CAROL, CAROL)}`, run_id: "run1", expires_at },
    { user_id, day: `wire:${hashId("agent1", CAROL, "0100-ses")}`, root: "root1", expires_at },
    { user_id, day: "complaints:agent1", runs: new Set(["2026-11-20:a", "2026-11-21:b"]), expires_at },
    { user_id, day: `notice:key_failed:${hashId("e1")}`, made_by: "earlier", expires_at },
    { user_id, day: "cap:2026-11-29:replies", total: 3, expires_at },
  ];
}

let dynamo: TestDynamo;
let client: DynamoDBClient;
beforeEach(async () => {
  const { usage, blocked, "runner-marks": marks } = MARK_TABLES;
  dynamo = await startDynamo({
    [named.users]: { partition: "user_id" },
    [named.usage]: usage,
    [named.blocked]: blocked,
    [named.runner]: marks,
    [named.delivery]: marks,
    [named.notice]: marks,
  });
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  client = new DynamoDBClient({ requestHandler: dynamo, region: "us-east-1", credentials });
  await put(named.users, { user_id: "alice", email: "", name: "", created_at: "" });
  await put(named.users, { user_id: "zoe", email: "", name: "", created_at: "", deleting_at: NOW.toISOString() });
  for (const row of [...oldRows("alice"), ...oldRows("nobody"), ...oldRows("zoe")]) await put(named.usage, row);
});
afterEach(async () => {
  client.destroy();
  await dynamo.stop();
});

const put = (TableName: string, Item: object) => dynamo.db.send(new PutCommand({ TableName, Item }));
const rowsOf = async (TableName: string) => (await dynamo.db.send(new ScanCommand({ TableName }))).Items ?? [];

async function move(doIt: boolean): Promise<string[]> {
  const said: string[] = [];
  await moveMarks({ prefix: "Old-", doIt }, { dynamo: client, db: dynamo.db }, (line) => said.push(line));
  return said;
}

test("the functions know after the move what they knew before", async () => {
  await move(true);
  const { db } = dynamo;
  const blocked = new BlockList(db, named.blocked);
  expect(await blocked.has("alice", "agent1", CAROL)).toBe(true);
  expect(await blocked.list("alice", "agent1")).toMatchObject([{ address: CAROL, reason: "bounced" }]);
  const guard = new DuplicateGuard(db, named.runner);
  expect(await guard.isFirst("alice", "run2", MAIL, NOW)).toBe(false);
  expect(await guard.isFirst("alice", "run1", MAIL, NOW)).toBe(true);
  expect(await new WireIds(db, named.delivery).rootOf(BETWEEN, "0100-ses")).toBe("root1");
  expect(await new Complaints(db, named.delivery).add("alice", "agent1", "r9", "2026-11-29", NOW)).toBe(3);
  expect(await new NoticeMarks(db, named.notice).make(NOTICE, NOW)).toBeUndefined();
});

test("days, months and counters of a day stay in the table of usage, and nothing of an account that ends is moved", async () => {
  await move(true);
  const left = (await rowsOf(named.usage)).filter(({ user_id }) => user_id === "alice").map(({ day }) => day);
  expect(left.sort()).toEqual(["2026-11-29", "cap:2026-11-29:replies", "month:2026-11"]);
  for (const table of [named.blocked, named.runner, named.delivery, named.notice]) {
    expect((await rowsOf(table)).map(({ user_id }) => user_id)).not.toContain("zoe");
    expect((await rowsOf(table)).map(({ user_id }) => user_id)).not.toContain("nobody");
  }
});

test("what the new tables have learnt since the deployment stays, and complaints of both are counted", async () => {
  const blocked = new BlockList(dynamo.db, named.blocked);
  const since = { address: CAROL, reason: "complained", run_id: "r2", blocked_at: NOW.toISOString() } as const;
  await blocked.add("alice", "agent1", since);
  const complaints = new Complaints(dynamo.db, named.delivery);
  await complaints.add("alice", "agent1", "r7", "2026-11-29", NOW);
  await move(true);
  expect(await blocked.list("alice", "agent1")).toMatchObject([since]);
  expect(await complaints.add("alice", "agent1", "r7", "2026-11-29", NOW)).toBe(3);
});

test("it only tells unless it is told yes, and has nothing left to do the second time", async () => {
  const before = await rowsOf(named.usage);
  const told = ["block: 1 to move", "seen: 1 to move", "wire: 1 to move", "complaints: 1 to move", "notice: 1 to move"];
  expect(await move(false)).toEqual([...told, expect.stringMatching(/--yes/)]);
  expect(await rowsOf(named.usage)).toEqual(before);
  expect(await move(true)).toContain("block: 1 moved");
  expect(await move(true)).toContain("block: 0 moved");
});

test("it says in one sentence when there is no such stack", async () => {
  const nowhere = moveMarks({ prefix: "Other-", doIt: true }, { dynamo: client, db: dynamo.db }, () => {});
  await expect(nowhere).rejects.toThrow(/no table whose name begins with "Other-TablesUsage"/);
});
