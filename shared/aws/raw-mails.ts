import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";

/** Long enough to look into a complaint about an answer. What a user reads of a mail stays on its run. */
export const RAW_MAIL_DAYS = 90;

/** Where a mail is put that its owner wrote as a test, beside those of SES: `inbound/<SES message id>`. */
export const TEST_MAIL_PREFIX = "inbound/test-";

/**
 * False when the mail's time in the bucket is over. It must be asked first: to a reader who may not list the bucket, S3
 * says "access denied" of an object that is gone.
 */
export function isRawMailKept(receivedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(receivedAt) < RAW_MAIL_DAYS * 24 * 60 * 60_000;
}

/** The mails as they arrived, which SES stores in the raw-mail bucket. */
export class RawMails {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The bytes of one mail. @throws S3's error for one that is gone */
  async get(objectKey: string): Promise<Uint8Array> {
    const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: objectKey }));
    if (Body === undefined) throw new Error("S3 gave an object without a body");
    return Body.transformToByteArray();
  }

  /** Removing what is gone is no error. */
  async remove(objectKey: string): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: objectKey }));
  }

  async put(objectKey: string, raw: Uint8Array): Promise<void> {
    await this.#s3.send(new PutObjectCommand({ Bucket: this.#bucket, Key: objectKey, Body: raw }));
  }
}
