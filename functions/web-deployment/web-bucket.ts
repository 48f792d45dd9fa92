import { DeleteObjectCommand, PutObjectCommand, paginateListObjectsV2, type S3Client } from "@aws-sdk/client-s3";
import { cacheControl, contentType } from "../../shared/web/files.ts";

/** The bucket from which CloudFront serves the web app. */
export class WebBucket {
  readonly #s3: S3Client;
  readonly #bucket: string;

  constructor(s3: S3Client, bucket: string) {
    this.#s3 = s3;
    this.#bucket = bucket;
  }

  async put(key: string, content: Uint8Array): Promise<void> {
    await this.#s3.send(
      new PutObjectCommand({
        Bucket: this.#bucket,
        Key: key,
        Body: content,
        ContentType: contentType(key),
        CacheControl: cacheControl(key),
      }),
    );
  }

  async list(): Promise<{ key: string; putAt: Date }[]> {
    const found: { key: string; putAt: Date }[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2({ client: this.#s3 }, { Bucket: this.#bucket })) {
      for (const { Key, LastModified } of Contents)
        if (Key && LastModified) found.push({ key: Key, putAt: LastModified });
    }
    return found;
  }

  async delete(keys: string[]): Promise<void> {
    for (const Key of keys) await this.#s3.send(new DeleteObjectCommand({ Bucket: this.#bucket, Key }));
  }

  async empty(): Promise<void> {
    await this.delete((await this.list()).map(({ key }) => key));
  }
}
