import { GetObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { isNamed } from "../errors.ts";

/** The mails as they arrived, which SES stores in the raw-mail bucket. */
export class RawMails {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The bytes of one mail; undefined when its time in the bucket is over. */
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
