import { randomBytes } from "node:crypto";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from "@aws-sdk/client-s3";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MAX_OBJECT } from "../../../../local/aws/fauxqs/fauxqs.ts";
import { MAX_MAIL } from "../../../../local/mail/max-mail.ts";
import { clientsOf, failure, startTestAws, type TestAws } from "../support.ts";

const Bucket = "raw-mail";
let one: TestAws;
let s3: ReturnType<typeof clientsOf>["s3"];
beforeAll(async () => {
  one = await startTestAws();
  s3 = clientsOf(one.aws, one.aws.admin).s3;
  await s3.send(new CreateBucketCommand({ Bucket }));
});
afterAll(() => one.aws.stop());

test("an object comes back byte for byte, with its type and metadata", async () => {
  const Body = randomBytes(300_000);
  await s3.send(
    new PutObjectCommand({ Bucket, Key: "in/1", Body, ContentType: "message/rfc822", Metadata: { a: "b" } }),
  );
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: "in/1" }));
  expect(Buffer.from((await got.Body?.transformToByteArray()) ?? []).equals(Body)).toBe(true);
  expect(got).toMatchObject({ ContentType: "message/rfc822", Metadata: { a: "b" } });
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "in/1" }));
  expect(head.ContentLength).toBe(Body.length);
});

test("objects are listed by prefix, in pages", async () => {
  for (const name of ["list/a", "list/b", "list/c", "other"]) {
    await s3.send(new PutObjectCommand({ Bucket, Key: name, Body: "x" }));
  }
  const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "list/", MaxKeys: 2 }));
  const ContinuationToken = first.NextContinuationToken;
  const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "list/", MaxKeys: 2, ContinuationToken }));
  const keys = [first, second].flatMap(({ Contents = [] }) => Contents.map(({ Key }) => Key));
  expect(keys).toEqual(["list/a", "list/b", "list/c"]);
});

test("a deleted object and an unknown bucket are reported missing with their names", async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: "gone", Body: "x" }));
  await s3.send(new DeleteObjectCommand({ Bucket, Key: "gone" }));
  expect((await failure(s3.send(new GetObjectCommand({ Bucket, Key: "gone" })))).name).toBe("NoSuchKey");
  expect((await failure(s3.send(new HeadObjectCommand({ Bucket, Key: "gone" })))).name).toBe("NotFound");
  expect((await failure(s3.send(new GetObjectCommand({ Bucket: "none", Key: "x" })))).name).toBe("NoSuchBucket");
  expect((await failure(s3.send(new HeadBucketCommand({ Bucket: "none" })))).name).toBe("NotFound");
});

test("a call that fauxqs handles wrongly is refused and does not change the object", async () => {
  await s3.send(new PutObjectCommand({ Bucket, Key: "kept", Body: "mail" }));
  const Tagging = { TagSet: [{ Key: "a", Value: "b" }] };
  const tagging = failure(s3.send(new PutObjectTaggingCommand({ Bucket, Key: "kept", Tagging })));
  expect((await tagging).name).toBe("NotImplemented");
  const once = new PutObjectCommand({ Bucket, Key: "kept", Body: "other", IfNoneMatch: "*" });
  expect((await failure(s3.send(once))).name).toBe("NotImplemented");
  const got = await s3.send(new GetObjectCommand({ Bucket, Key: "kept" }));
  expect(await got.Body?.transformToString()).toBe("mail");
});

test("an object as large as SES's largest mail is stored, and one above this machine's limit is refused as by S3", async () => {
  const largest = Buffer.alloc(MAX_MAIL + 10_000, "x");
  await s3.send(new PutObjectCommand({ Bucket, Key: "largest", Body: largest }));
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key: "largest" }));
  expect(head.ContentLength).toBe(largest.length);
  const put = s3.send(new PutObjectCommand({ Bucket, Key: "big", Body: Buffer.alloc(MAX_OBJECT + 1) }));
  expect((await failure(put)).name).toBe("EntityTooLarge");
});
