import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CreateBucketCommand, GetObjectCommand } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { answerDeployment } from "../../../functions/web-deployment/handler.ts";
import { WebBucket } from "../../../functions/web-deployment/web-bucket.ts";
import { startTestAws, type TestAws } from "../../support/test-aws.ts";

const BUCKET = "web";
const DAY = 24 * 60 * 60_000;

let aws: TestAws;
let bucket: WebBucket;
let folder: string;
beforeAll(async () => {
  aws = await startTestAws();
  await aws.s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  bucket = new WebBucket(aws.s3, BUCKET);
});
afterAll(() => aws.stop());
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "latchkey-web-"));
  await mkdir(join(folder, "assets"));
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await bucket.empty();
});

/** What CloudFormation is told. */
async function ask(RequestType: string, days = 0): Promise<object> {
  const heard: object[] = [];
  const event = {
    RequestType,
    ResponseURL: "https://cloudformation.example/answer?signed=yes",
    StackId: "stack",
    RequestId: "request",
    LogicalResourceId: "WebFiles",
    ResourceProperties: { Fingerprint: "1" },
  };
  await answerDeployment(event, {
    bucket,
    folder,
    now: () => new Date(Date.now() + days * DAY),
    send: async (url, init) => {
      expect(url).toBe(event.ResponseURL);
      heard.push(JSON.parse(String(init?.body)));
      return new Response();
    },
  });
  expect(heard).toHaveLength(1);
  return heard[0] ?? {};
}

async function build(files: Record<string, string>): Promise<void> {
  await rm(join(folder, "assets"), { recursive: true });
  await mkdir(join(folder, "assets"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
}

const keys = async () => (await bucket.list()).map(({ key }) => key).sort();

const SUCCESS = {
  Status: "SUCCESS",
  PhysicalResourceId: "web",
  StackId: "stack",
  RequestId: "request",
  LogicalResourceId: "WebFiles",
};

test("every file of the build is uploaded with its type and its cache time", async () => {
  await build({ "index.html": "<title>", "assets/index-1.js": "export {}" });
  expect(await ask("Create")).toEqual(SUCCESS);
  expect(await keys()).toEqual(["assets/index-1.js", "index.html"]);
  const page = await aws.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: "index.html" }));
  expect([page.ContentType, page.CacheControl]).toEqual(["text/html; charset=utf-8", "no-cache"]);
  const script = await aws.s3.send(new GetObjectCommand({ Bucket: BUCKET, Key: "assets/index-1.js" }));
  expect([script.ContentType, script.CacheControl]).toEqual([
    "text/javascript; charset=utf-8",
    "public, max-age=31536000, immutable",
  ]);
});

test("a tab of the previous version still finds its files, until they are 30 days old", async () => {
  await build({ "index.html": "1", "assets/index-1.js": "1" });
  await ask("Create");
  await build({ "index.html": "2", "assets/index-2.js": "2" });
  await ask("Update", 29);
  expect(await keys()).toEqual(["assets/index-1.js", "assets/index-2.js", "index.html"]);
  await ask("Update", 31);
  expect(await keys()).toEqual(["assets/index-2.js", "index.html"]);
});

test("when the stack is deleted, the bucket is emptied", async () => {
  await build({ "index.html": "1", "assets/index-1.js": "1" });
  await ask("Create");
  expect(await ask("Delete")).toEqual(SUCCESS);
  expect(await keys()).toEqual([]);
});

test("a failure is reported, so that CloudFormation does not wait for its time-out", async () => {
  await build({ "assets/index-1.js": "no index" });
  expect(await ask("Update")).toMatchObject({ Status: "FAILED", Reason: expect.stringContaining("web-deployment") });
});
