import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from "@aws-sdk/client-s3";

/** Long enough to investigate a complaint about an answer. The text that a user reads stays on the run. */
export const RAW_MAIL_DAYS = 90;

/** Where an owner's test mail is stored, beside SES's own objects: `inbound/<SES message id>`. */
export const TEST_MAIL_PREFIX = "inbound/test-";

/**
 * False when the bucket has deleted the mail by its age. Ask this before reading: S3 answers "access denied" for a
 * missing object if the reader may not list the bucket.
 */
export function isRawMailKept(receivedAt: string, now: Date): boolean {
  return now.getTime() - Date.parse(receivedAt) < RAW_MAIL_DAYS * 24 * 60 * 60_000;
}

/** The raw mails, which SES stores in the raw-mail bucket. */
export class RawMails {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The bytes of one mail. @throws S3's error for a mail that is gone */
  async get(objectKey: string): Promise<Uint8Array> {
    const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: objectKey }));
    if (Body === undefined) throw new Error("S3 gave an object without a body");
    return Body.transformToByteArray();
  }

  /** Removing a missing mail is no error. */
  async remove(objectKey: string): Promise<void> {
    await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key: objectKey }));
  }

  async put(objectKey: string, raw: Uint8Array): Promise<void> {
    await this.#s3.send(new PutObjectCommand({ Bucket: this.#bucket, Key: objectKey, Body: raw }));
  }
}
