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
import { afterAll, beforeAll, expect, test } from "vitest";
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

test("a missing table and a transaction are refused with their names", async () => {
  const missing = await failure(dynamo.send(new GetItemCommand({ TableName: "none", Key: key("1") })));
  expect(missing.name).toBe("ResourceNotFoundException");
  const transaction = { TransactItems: [{ Delete: { TableName, Key: key("1") } }] };
  const refused = await failure(dynamo.send(new TransactWriteItemsCommand(transaction)));
  expect(refused.message).toContain("not part of the AWS on this machine");
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
