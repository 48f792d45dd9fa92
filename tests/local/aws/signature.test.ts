import { request } from "node:http";
import { ListTablesCommand } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListBucketsCommand,
  ListObjectsV2Command,
  PutObjectCommand,
} from "@aws-sdk/client-s3";
import { SendRawEmailCommand } from "@aws-sdk/client-ses";
import { ListQueuesCommand } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clientsOf, failure, principal, startTestAws, type TestAws } from "./support.ts";

let one: TestAws;
beforeAll(async () => {
  one = await startTestAws();
});
afterAll(() => one.aws.stop());

const raw = { Data: Buffer.from("From: a@b.c\r\n\r\n") };

describe("a call signed with an unknown key", () => {
  const as = () => clientsOf(one.aws, principal("stranger"));

  test("is refused by each service with its own error name", async () => {
    expect((await failure(as().dynamo.send(new ListTablesCommand({})))).name).toBe("UnrecognizedClientException");
    expect((await failure(as().sqs.send(new ListQueuesCommand({})))).name).toBe("InvalidClientTokenId");
    expect((await failure(as().ses.send(new SendRawEmailCommand({ RawMessage: raw })))).name).toBe(
      "InvalidClientTokenId",
    );
    expect((await failure(as().s3.send(new ListBucketsCommand({})))).name).toBe("InvalidAccessKeyId");
  });
});

describe("a call signed with the wrong secret", () => {
  const as = () => clientsOf(one.aws, { ...one.aws.admin, secretAccessKey: "wrong" });

  test("is refused by each service with its own error name", async () => {
    expect((await failure(as().dynamo.send(new ListTablesCommand({})))).name).toBe("InvalidSignatureException");
    expect((await failure(as().ses.send(new SendRawEmailCommand({ RawMessage: raw })))).name).toBe(
      "SignatureDoesNotMatch",
    );
    expect((await failure(as().s3.send(new ListBucketsCommand({})))).name).toBe("SignatureDoesNotMatch");
  });
});

describe("a correctly signed call", () => {
  test("passes with a key and a query that need escaping", async () => {
    const { s3 } = clientsOf(one.aws, one.aws.admin);
    const Key = "in/a b+c&d=é(1)*.eml";
    await s3.send(new CreateBucketCommand({ Bucket: "escapes" }));
    await s3.send(new PutObjectCommand({ Bucket: "escapes", Key, Body: "x" }));
    const listed = await s3.send(new ListObjectsV2Command({ Bucket: "escapes", Prefix: "in/a b+c&d=é" }));
    expect(listed.Contents?.map((object) => object.Key)).toEqual([Key]);
    const got = await s3.send(new GetObjectCommand({ Bucket: "escapes", Key }));
    expect(await got.Body?.transformToString()).toBe("x");
  });

  test("is refused if its body was changed in transit", async () => {
    const client = clientsOf(one.aws, one.aws.admin).dynamo;
    client.middlewareStack.add(
      (next) => (args) => {
        const { request: sent } = args;
        // The length stays the same, because it is among the signed headers.
        if (typeof sent === "object" && sent !== null && "body" in sent) sent.body = '{"Limit":3}';
        return next(args);
      },
      { step: "finalizeRequest", priority: "low", override: true, name: "tamper" },
    );
    expect((await failure(client.send(new ListTablesCommand({ Limit: 2 })))).name).toBe("InvalidSignatureException");
  });
});

describe("a call without a signature", () => {
  test("is refused", async () => {
    const headers = { "x-amz-target": "TrentService.ListKeys", "content-type": "application/x-amz-json-1.1" };
    const status = await new Promise((resolve, reject) => {
      request(one.aws.endpoint, { method: "POST", headers }, (answer) => resolve(answer.resume().statusCode))
        .on("error", reject)
        .end("{}");
    });
    expect(status).toBe(400);
  });
});
