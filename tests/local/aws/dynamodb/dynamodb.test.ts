import {
  BatchWriteItemCommand,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

const TableName = "runs";
const key = (run: string) => ({ user_id: { S: "u" }, run_id: { S: run } });

let one: TestAws;
let dynamo: ReturnType<typeof clientsOf>["dynamo"];
beforeAll(async () => {
  one = await startTestAws();
  dynamo = clientsOf(one.aws, one.aws.admin).dynamo;
  const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
  const hash = { AttributeName: "user_id", KeyType: "HASH" as const };
  await dynamo.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: [attribute("user_id"), attribute("run_id"), attribute("by_agent")],
      KeySchema: [hash, { AttributeName: "run_id", KeyType: "RANGE" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-agent",
          KeySchema: [hash, { AttributeName: "by_agent", KeyType: "RANGE" }],
          Projection: { ProjectionType: "ALL" },
        },
      ],
    }),
  );
});
afterAll(() => one.aws.stop());

test("a table is usable at once, and its ARN names the machine's account", async () => {
  const { Table } = await dynamo.send(new DescribeTableCommand({ TableName }));
  expect(Table?.TableStatus).toBe("ACTIVE");
  expect(Table?.TableArn).toBe(`arn:aws:dynamodb:${one.aws.region}:${one.aws.accountId}:table/runs`);
});

test("a conditional put succeeds once, and the item is found by its index", async () => {
  const put = new PutItemCommand({
    TableName,
    Item: { ...key("1"), by_agent: { S: "a#1" }, text: { S: "é" } },
    ConditionExpression: "attribute_not_exists(run_id)",
  });
  await dynamo.send(put);
  expect((await failure(dynamo.send(put))).name).toBe("ConditionalCheckFailedException");
  const query = {
    TableName,
    IndexName: "by-agent",
    KeyConditionExpression: "user_id = :u AND begins_with(by_agent, :a)",
  };
  const values = { ":u": { S: "u" }, ":a": { S: "a#" } };
  const { Items } = await dynamo.send(new QueryCommand({ ...query, ExpressionAttributeValues: values }));
  expect(Items?.map((item) => item["text"]?.S)).toEqual(["é"]);
});

test("one of many concurrent conditional updates succeeds", async () => {
  const claim = (holder: string) =>
    dynamo.send(
      new UpdateItemCommand({
        TableName,
        Key: key("2"),
        UpdateExpression: "SET holder = :h",
        ConditionExpression: "attribute_not_exists(holder)",
        ExpressionAttributeValues: { ":h": { S: holder } },
      }),
    );
  const results = await Promise.allSettled(["a", "b", "c", "d", "e"].map(claim));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a batch writes several items", async () => {
  const RequestItems = { runs: ["3", "4"].map((run) => ({ PutRequest: { Item: key(run) } })) };
  await dynamo.send(new BatchWriteItemCommand({ RequestItems }));
  expect((await dynamo.send(new GetItemCommand({ TableName, Key: key("4") }))).Item).toEqual(key("4"));
});

test("a missing table is refused by name", async () => {
  const missing = await failure(dynamo.send(new GetItemCommand({ TableName: "none", Key: key("1") })));
  expect(missing.name).toBe("ResourceNotFoundException");
});

describe("a transaction", () => {
  const put = (run: string, condition?: string) => ({
    Put: { TableName, Item: { ...key(run), text: { S: run } }, ConditionExpression: condition },
  });
  const absent = "attribute_not_exists(run_id)";
  const write = (...TransactItems: object[]) => dynamo.send(new TransactWriteItemsCommand({ TransactItems }));
  const read = async (run: string) => (await dynamo.send(new GetItemCommand({ TableName, Key: key(run) }))).Item;

  test("writes all that it names, and their indexes", async () => {
    await write(put("t1", absent), put("t2"));
    const change = { TableName, Key: key("t1"), UpdateExpression: "SET by_agent = :a" };
    await write(
      { Update: { ...change, ExpressionAttributeValues: { ":a": { S: "t#1" } } } },
      { Delete: { TableName, Key: key("t2") } },
    );
    expect([await read("t1"), await read("t2")]).toMatchObject([{ by_agent: { S: "t#1" } }, undefined]);
    const query = { TableName, IndexName: "by-agent", KeyConditionExpression: "user_id = :u AND by_agent = :a" };
    const { Count } = await dynamo.send(
      new QueryCommand({ ...query, ExpressionAttributeValues: { ":u": { S: "u" }, ":a": { S: "t#1" } } }),
    );
    expect(Count).toBe(1);
  });

  test("writes nothing where a condition fails, and says which", async () => {
    await write(put("t3"));
    const refused = await failure(write(put("t4"), put("t3", absent), put("t5", absent)));
    expect(refused).toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed" }, { Code: "None" }],
    });
    expect([await read("t4"), await read("t5")]).toEqual([undefined, undefined]);
  });

  test("is refused where it names an item twice, a missing table, or what this machine lacks", async () => {
    const twice = await failure(write(put("t6"), { Delete: { TableName, Key: key("t6") } }));
    expect([twice.name, twice.message]).toEqual([
      "ValidationException",
      expect.stringContaining("multiple operations"),
    ]);
    const missing = await failure(write(put("t6"), { Put: { TableName: "none", Item: key("1") } }));
    expect(missing.name).toBe("ResourceNotFoundException");
    const check = { ConditionCheck: { TableName, Key: key("t6"), ConditionExpression: absent } };
    expect((await failure(write(check))).message).toContain("not part of the AWS on this machine");
    expect(await read("t6")).toBeUndefined();
  });
});

test("a table that is created again under the same name has its new key", async () => {
  const make = (name: string) =>
    dynamo.send(
      new CreateTableCommand({
        TableName: "anew",
        BillingMode: "PAY_PER_REQUEST",
        AttributeDefinitions: [{ AttributeName: name, AttributeType: "S" }],
        KeySchema: [{ AttributeName: name, KeyType: "HASH" }],
      }),
    );
  const put = (name: string) => dynamo.send(new PutItemCommand({ TableName: "anew", Item: { [name]: { S: "1" } } }));
  await make("first");
  await put("first");
  await dynamo.send(new DeleteTableCommand({ TableName: "anew" }));
  expect((await failure(put("first"))).name).toBe("ResourceNotFoundException");
  await make("second");
  await put("second");
  expect((await failure(put("first"))).name).toBe("ValidationException");
});
