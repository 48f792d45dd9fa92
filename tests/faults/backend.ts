import { createHash } from "node:crypto";
import { CreateBucketCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as z from "zod";
import type { SentMail } from "../../local/aws/aws.ts";
import { startAws } from "../../local/aws/start-aws.ts";
import type { Config } from "../../shared/ai-configs/config.ts";
import { fingerprint, mask } from "../../shared/ai-configs/mask.ts";
import { KeySealer } from "../../shared/ai-configs/vault.ts";
import { kms } from "../../shared/aws/kms.ts";
import { s3 } from "../../shared/aws/s3.ts";
import { Secret } from "../../shared/secret.ts";
import { installInterception } from "./intercept.ts";
import type { WireAnswer, WireRequest } from "./wire.ts";

export const MAIL_DOMAIN = "agents.example";
export const BUCKET = "raw-mails";
const KEY_ID = "11111111-2222-4333-8444-555555555555";

const sendMessage = z.object({
  QueueUrl: z.string(),
  MessageBody: z.string(),
  MessageGroupId: z.string().optional(),
  DelaySeconds: z.number().default(0),
});

/** Receives what the services did. Each history replaces the listener of the previous one. */
export type Listener = {
  onMail: (mail: SentMail) => void;
  onMessage: (body: string, delaySeconds: number, group: string | undefined) => void;
};

export type Backend = Awaited<ReturnType<typeof startBackend>>;

/**
 * The services behind the SDK clients of all histories: KMS, SES and S3 of the machine in memory, and an SQS that
 * passes each message to the history's own queue. The clients find them by the environment, as a function does.
 */
export async function startBackend() {
  installInterception();
  let listener: Listener = { onMail() {}, onMessage() {} };
  const aws = await startAws({
    data: undefined,
    principals: [],
    onMailSent: (mail) => listener.onMail(mail),
    onCode() {},
    onDenied() {},
  });
  await aws.createKey(KEY_ID);
  aws.verifyIdentity(MAIL_DOMAIN);
  aws.createConfigurationSet("replies");

  const sqs = async ({ body }: WireRequest): Promise<WireAnswer> => {
    const { QueueUrl, MessageBody, DelaySeconds, MessageGroupId } = sendMessage.parse(JSON.parse(body.toString()));
    // Notices to owners are no part of the histories.
    if (QueueUrl.endsWith("/agent-runs")) listener.onMessage(MessageBody, DelaySeconds, MessageGroupId);
    // The SDK compares this checksum with the message that it sent.
    const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
    const answer = Buffer.from(JSON.stringify({ MessageId: "queued", MD5OfMessageBody }));
    return { response: { statusCode: 200, headers: {}, body: answer } };
  };
  Object.assign(process.env, {
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.admin.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.admin.secretAccessKey,
    AWS_ENDPOINT_URL: aws.endpoint,
  });
  const admin = { kms: kms(), s3: s3() };
  const keyArn = `arn:aws:kms:${aws.region}:${aws.accountId}:key/${KEY_ID}`;
  const sealer = new KeySealer(admin.kms, keyArn);
  await admin.s3.send(new CreateBucketCommand({ Bucket: BUCKET }));
  return {
    keyArn,
    queueUrl: `${aws.endpoint}/000000000000/agent-runs`,
    noticesUrl: `${aws.endpoint}/000000000000/notices`,
    sqs,
    listen: (next: Listener) => {
      listener = next;
    },
    storeMail: (key: string, raw: Buffer) =>
      admin.s3.send(new PutObjectCommand({ Bucket: BUCKET, Key: key, Body: raw })),
    seal: async (userId: string, provider: Config["provider"], key: string) => ({
      ciphertext: await sealer.seal(userId, provider, new Secret(key)),
      mask: mask(key),
      key_fingerprint: fingerprint(key),
    }),
    stop: () => aws.stop(),
  };
}
