import { randomBytes, randomUUID } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import { open, seal } from "../kms/cipher.ts";
import type { KeyStore } from "../kms/key-store.ts";
import { readState, writeState } from "../state-file.ts";

const secretSchema = z.object({
  name: z.string(),
  /** With six characters of chance behind the name, as in AWS. */
  arn: z.string(),
  version: z.string(),
  sealed: z.base64(),
  created: z.number(),
});
/** `created` in seconds, as Secrets Manager answers it. */
export type StoredSecret = z.infer<typeof secretSchema>;

/** AWS's own key for secrets, which needs no grant. */
const KEY_ID = "aws/secretsmanager";

export type SecretStore = ReturnType<typeof openSecretStore>;

/** Secrets by name, sealed as in AWS, so no file contains a value. */
export function openSecretStore(data: string | undefined, keys: KeyStore, arnPrefix: string) {
  const path = data === undefined ? undefined : join(data, "secrets-manager", "secrets.json");
  const secrets = path === undefined ? [] : readState(path, z.array(secretSchema), []);
  const material = () => {
    keys.create(KEY_ID);
    return Buffer.from(keys.find(KEY_ID)?.material ?? "", "base64");
  };
  return {
    /** By its name or its ARN. */
    find: (id: string): StoredSecret | undefined => secrets.find(({ name, arn }) => name === id || arn === id),
    put(name: string, value: string): StoredSecret {
      const known = secrets.find((secret) => secret.name === name);
      const arn = known?.arn ?? `${arnPrefix}:secret:${name}-${randomBytes(3).toString("hex")}`;
      const sealed = seal(material(), KEY_ID, Buffer.from(value), { SecretARN: arn }).toString("base64");
      const secret = { name, arn, version: randomUUID(), sealed, created: Math.floor(Date.now() / 1000) };
      if (known) Object.assign(known, secret);
      else secrets.push(secret);
      if (path !== undefined) writeState(path, secrets);
      return secret;
    },
    valueOf({ arn, sealed }: StoredSecret): string {
      const value = open(material(), Buffer.from(sealed, "base64"), { SecretARN: arn });
      if (value === undefined) throw new Error("A secret cannot be opened with the key that sealed it");
      return value.toString();
    },
  };
}
