import { randomBytes } from "node:crypto";
import { join } from "node:path";
import * as z from "zod";
import { readState, writeState } from "../state-file.ts";

const keySchema = z.object({ id: z.string(), material: z.base64(), enabled: z.boolean(), created: z.number() });
/** `created` in seconds, as KMS answers it. */
export type Key = z.infer<typeof keySchema>;
const stateSchema = z.array(keySchema);

export type KeyStore = ReturnType<typeof openKeyStore>;

export function openKeyStore(data: string | undefined) {
  const path = data === undefined ? undefined : join(data, "kms", "keys.json");
  const keys = path === undefined ? [] : readState(path, stateSchema, []);
  const save = () => path !== undefined && writeState(path, keys);
  return {
    find: (id: string): Key | undefined => keys.find((key) => key.id === id),
    create(id: string): void {
      if (keys.some((key) => key.id === id)) return;
      const material = randomBytes(32).toString("base64");
      keys.push({ id, material, enabled: true, created: Math.floor(Date.now() / 1000) });
      save();
    },
    enable(key: Key, enabled: boolean): void {
      key.enabled = enabled;
      save();
    },
  };
}
