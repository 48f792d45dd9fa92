import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { isNamed } from "../errors.ts";

/** Long enough to look into a complaint about an answer. What a user reads of a mail stays on its run. */
export const RAW_MAIL_DAYS = 90;

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

  /** The bytes of one mail; undefined when it is not there and the reader may know so. */
  async get(objectKey: string): Promise<Uint8Array | undefined> {
    try {
      const { Body } = await this.#s3.send(new GetObjectCommand({ Bucket: this.#bucket, Key: objectKey }));
      return await Body?.transformToByteArray();
    } catch (error) {
      if (isNamed(error, "NoSuchKey")) return undefined;
      throw error;
    }
  }
}
