import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { SLOW } from "./timeouts.ts";

export function s3(): S3Client {
  return new S3Client({ requestHandler: SLOW });
}

type Place = { Bucket: string; Key: string };

/** The bytes of an object. @throws S3's error for one that is gone */
export async function getObject(client: S3Client, place: Place): Promise<Uint8Array> {
  const { Body } = await client.send(new GetObjectCommand(place));
  if (Body === undefined) throw new Error("S3 gave an object without a body");
  return Body.transformToByteArray();
}

/** Removing a missing object is not an error. */
export async function deleteObject(client: S3Client, place: Place): Promise<void> {
  await client.send(new DeleteObjectCommand(place));
}

export async function putObject(client: S3Client, place: Place, body: Uint8Array): Promise<void> {
  await client.send(new PutObjectCommand({ ...place, Body: body }));
}
