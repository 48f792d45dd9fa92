import { EncryptCommand, type EncryptCommandInput, KMSClient } from "@aws-sdk/client-kms";
import { SOON } from "./timeouts.ts";

export function kms(): KMSClient {
  return new KMSClient({ requestHandler: SOON });
}

/** @throws KMS's error */
export async function encrypt(client: KMSClient, input: EncryptCommandInput): Promise<Uint8Array> {
  const { CiphertextBlob } = await client.send(new EncryptCommand(input));
  if (CiphertextBlob === undefined) throw new Error("KMS sealed a key and returned no ciphertext");
  return CiphertextBlob;
}
