import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ASSUMED, billOf, perMail } from "../../../local/cost/bill.ts";
import { CallCounter } from "../../../local/cost/calls.ts";
import { type AwsPrice, PRICES, uncheckedPrices } from "../../../local/cost/prices.ts";
import { callsOf } from "../../../local/cost/report.ts";

const counted = JSON.parse(readFileSync("local/cost/counted.json", "utf8"));
const standing = { queues: 5, alarms: 60, insightRules: 3, dashboards: 1, metrics: 40, keys: 2 };
const size = { mails: 100_000, perSecond: 0.4, users: 500, tokensIn: 1_500, tokensOut: 300 };
const total = (mails: number, users = 500) =>
  billOf({ ...size, mails, users }, counted, standing).reduce((sum, { usd }) => sum + usd, 0);

test("each price names its page at AWS", () => {
  for (const { source } of Object.values(PRICES))
    expect(source).toMatch(/^https:\/\/aws\.amazon\.com\/[\w-]+\/pricing\//);
});

test("each price has a source, or the page on costs marks it as not checked", () => {
  const prices: Record<string, AwsPrice> = PRICES;
  const read = Object.values(prices).flatMap(({ read, said }) => (read === undefined ? [] : [{ read, said }]));
  for (const { read: url, said } of read) {
    expect(url).toMatch(/^https:\/\//);
    expect(said).toMatch(/\d/);
  }
  const written = readFileSync("docs/cost.md", "utf8");
  for (const name of uncheckedPrices()) expect(written).toContain(`${PRICES[name].unit} (price not checked)`);
  expect(uncheckedPrices().length + read.length).toBe(Object.keys(PRICES).length);
});

test("a line of the bill costs its amount times the list price", () => {
  const bill = billOf(size, counted, standing);
  expect(bill.find(({ price }) => price === "sesOut")).toMatchObject({ amount: 100_000, usd: expect.closeTo(16, 9) });
  expect(bill.find(({ price }) => price === "alarm")).toMatchObject({ amount: 60, usd: expect.closeTo(6, 9) });
  const polls = standing.queues * ASSUMED.pollsPerQueue;
  expect(bill.find(({ price }) => price === "sqs")?.amount).toBeCloseTo(100_000 * perMail(counted).sqs + polls, 3);
});

test("usage costs grow with the mails, and fixed costs are due without any", () => {
  expect(total(0, 0)).toBeGreaterThan(10);
  const [first, second] = [total(100_000) - total(0), total(200_000) - total(100_000)];
  expect(second).toBeCloseTo(first, 6);
});

test("the counted run has one sending, one opened key and one read mail per mail", () => {
  expect(perMail(counted)).toMatchObject({ ses: 1, kms: 1, s3Get: 1 });
  expect(readFileSync("docs/cost.md", "utf8")).toContain(callsOf(counted));
});

test("a write counts each KB, and each index that contains the item", () => {
  const counter = new CallCounter();
  const request = (target: string) => ({
    ...{ method: "POST", path: "/", query: new URLSearchParams(), body: Buffer.alloc(0) },
    headers: { "x-amz-target": `DynamoDB_20120810.${target}` },
  });
  const put = (Item: object) => {
    counter.onCall("dynamodb", Buffer.from(JSON.stringify({ TableName: "runs", Item })), request("PutItem"));
    return counter.counts["dynamodb PutItem"]?.units;
  };
  expect(put({ user_id: { S: "a" } })).toBeUndefined();
  counter.start();
  expect(put({ user_id: { S: "a" } })).toBe(1);
  expect(put({ user_id: { S: "a" }, text: { S: "x".repeat(2_000) } })).toBe(1 + 2);
  expect(put({ agent_run: { S: "a" }, thread_run: { S: "t" }, text: { S: "x".repeat(2_000) } })).toBe(3 + 3 + 2 + 1);
});
