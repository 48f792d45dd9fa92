import type { S3Client } from "@aws-sdk/client-s3";
import { type Lazy, lazy, loadClient } from "./lazy.ts";

/** A lazily loaded S3 client, for functions that read a mail in few requests. */
export function lazyS3(): Lazy<S3Client> {
  return lazy(async () => (await import("./s3.ts")).s3());
}

/** The raw mails, which SES stores in the raw-mail bucket. */
export class RawMails {
  readonly #s3: Lazy<S3Client>;
  readonly #bucket: string;

  constructor(s3: Lazy<S3Client>, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  /** The bytes of one mail. @throws S3's error for a mail that is gone */
  async get(objectKey: string): Promise<Uint8Array> {
    const { getObject } = await import("./s3.ts");
    return getObject(await loadClient(this.#s3), { Bucket: this.#bucket, Key: objectKey });
  }

  /** Removing a missing mail is not an error. */
  async remove(objectKey: string): Promise<void> {
    const { deleteObject } = await import("./s3.ts");
    await deleteObject(await loadClient(this.#s3), { Bucket: this.#bucket, Key: objectKey });
  }

  async put(objectKey: string, raw: Uint8Array): Promise<void> {
    const { putObject } = await import("./s3.ts");
    await putObject(await loadClient(this.#s3), { Bucket: this.#bucket, Key: objectKey }, raw);
  }
}
