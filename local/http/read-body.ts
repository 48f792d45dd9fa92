import type { Readable } from "node:stream";

/** The body exceeds the limit. The part beyond it was not kept. */
export class BodyTooLarge extends Error {
  override name = "BodyTooLarge";
}

/** All bytes of a stream, such as an HTTP request's. @throws BodyTooLarge beyond `limit` bytes */
export async function readBody(stream: Readable, limit = Number.POSITIVE_INFINITY): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    // The rest is read and dropped, because a client that is still sending would not see an answer.
    if (size <= limit) chunks.push(chunk);
  }
  if (size > limit) throw new BodyTooLarge();
  return Buffer.concat(chunks);
}
