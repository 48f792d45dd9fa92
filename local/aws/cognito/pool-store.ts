import { generateKeyPair } from "node:crypto";
import { join } from "node:path";
import { promisify } from "node:util";
import * as z from "zod";
import { randomId } from "../../../shared/ids.ts";
import type { UserPoolSettings } from "../aws.ts";
import { readState, writeState } from "../state-file.ts";
import { AwsError } from "../wire/aws-error.ts";
import { now, type Pool, poolState, type SigningKey } from "./pool.ts";

const stateSchema = z.array(poolState);

function fileIn(data: string): string {
  return join(data, "cognito", "pools.json");
}

/** The pools of an earlier start, e.g. for a test that signs a token with a pool's own key. */
export function readPools(data: string): z.infer<typeof stateSchema> {
  return readState(fileIn(data), stateSchema, []);
}

export type PoolStore = ReturnType<typeof openPoolStore>;

export function openPoolStore(data: string | undefined) {
  const kept = data === undefined ? [] : readPools(data);
  const pools = new Map<string, Pool>();
  return {
    /** Makes the pool, or takes up the stored one with these settings. */
    async open(settings: UserPoolSettings): Promise<void> {
      const known = kept.find(({ id }) => id === settings.userPoolId);
      const fresh = async () => ({ id: settings.userPoolId, key: await makeKey(), users: [], sessions: [] });
      pools.set(settings.userPoolId, { ...(known ?? (await fresh())), settings });
      this.save();
    },
    /** @throws AwsError ResourceNotFoundException */
    byId(id: string): Pool {
      const pool = pools.get(id);
      if (!pool) throw new AwsError("ResourceNotFoundException", `User pool ${id} does not exist.`);
      return pool;
    },
    /** @throws AwsError ResourceNotFoundException */
    byClient(clientId: string): Pool {
      const pool = [...pools.values()].find(({ settings }) => settings.clientId === clientId);
      if (!pool) throw new AwsError("ResourceNotFoundException", `User pool client ${clientId} does not exist.`);
      return pool;
    },
    all: () => [...pools.values()],
    save(): void {
      if (data === undefined) return;
      const opened = [...pools.values()].map(({ settings, sessions, ...pool }) => ({
        ...pool,
        sessions: sessions.filter(({ expires }) => expires > now()),
      }));
      writeState(fileIn(data), [...opened, ...kept.filter(({ id }) => !pools.has(id))]);
    },
  };
}

async function makeKey(): Promise<SigningKey> {
  const { privateKey } = await promisify(generateKeyPair)("rsa", { modulusLength: 2048 });
  return { kid: randomId(32), privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString() };
}
