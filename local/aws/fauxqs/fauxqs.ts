import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { buildApp } from "fauxqs";
import * as z from "zod";
// fauxqs' own start listens on every interface of the machine and its parts are not in its exports, so they are named
// by path and wired here as its start does, without a socket. The exact version in package.json keeps the paths true.
import { PersistenceManager } from "../../../node_modules/fauxqs/dist/persistence.js";
import { S3Store } from "../../../node_modules/fauxqs/dist/s3/s3Store.js";
import { SnsStore } from "../../../node_modules/fauxqs/dist/sns/snsStore.js";
import type { SqsStore } from "../../../node_modules/fauxqs/dist/sqs/sqsStore.js";
import { damagedStateError } from "../state-file.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { FairSqsStore } from "./fair-queues.ts";

export type Fauxqs = { call(request: AwsRequest): Promise<AwsAnswer>; stop(): Promise<void> };

/** S3's own limit of one PUT is 5 GB, but all of it would be in memory here. */
export const MAX_OBJECT = 48 * 1024 * 1024;

type Stores = { sqsStore: SqsStore; snsStore: SnsStore; s3Store: S3Store };

/** SQS, SNS and S3 in one, inside this process: in an SQLite file under `data`, else in memory. */
export function startFauxqs(data: string | undefined): Fauxqs {
  const stores = { sqsStore: new FairSqsStore(), snsStore: new SnsStore(), s3Store: new S3Store() };
  const persistence = data === undefined ? undefined : openFile(join(data, "fauxqs"), stores);
  const app = buildApp({ logger: false, stores });
  // fauxqs itself reads objects of up to 11 MiB, and SES stores mails of up to 40 MB.
  app.removeContentTypeParser("*");
  app.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: MAX_OBJECT }, (_request, body, done) =>
    done(null, body),
  );
  return {
    async call({ method, path, query, headers, body }) {
      const url = query.size > 0 ? `${path}?${query}` : path;
      const answer = await app.inject({ method: methodOf(method), url, headers, payload: body });
      return { status: answer.statusCode, headers: textHeaders(answer.headers), body: answer.rawPayload };
    },
    async stop() {
      await app.close();
      persistence?.close();
    },
  };
}

const database = z.object({ db: z.instanceof(DatabaseSync) });

/** Loads before it attaches: attached stores would write back, row by row, what they are just being given. */
function openFile(directory: string, stores: Stores): PersistenceManager {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  try {
    const persistence = new PersistenceManager(directory);
    // A hundred times as fast as waiting for the disk at each message; with its write-ahead log, SQLite still loses
    // nothing when this process is killed. https://www.sqlite.org/pragma.html#pragma_synchronous
    database.parse(persistence).db.exec("PRAGMA synchronous = NORMAL");
    persistence.load(stores.sqsStore, stores.snsStore, stores.s3Store);
    stores.sqsStore.persistence = persistence;
    stores.snsStore.persistence = persistence;
    stores.s3Store.persistence = persistence;
    for (const queue of stores.sqsStore.allQueues()) queue.persistence = persistence;
    return persistence;
  } catch (error) {
    throw damagedStateError(directory, error);
  }
}

const METHODS = ["GET", "HEAD", "PUT", "POST", "DELETE"] as const;

function methodOf(name: string): (typeof METHODS)[number] {
  return METHODS.find((method) => method === name) ?? "GET";
}

function textHeaders(headers: Record<string, number | string | string[] | undefined>): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined && name !== "connection" && name !== "transfer-encoding") kept[name] = String(value);
  }
  return kept;
}
