import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { crc32 } from "node:zlib";
import * as z from "zod";
import type { Service } from "../service.ts";
import { damagedStateError } from "../state-file.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { JSON_CODES, jsonBody, jsonError, operationOf } from "../wire/json-protocol.ts";
import { dynamoAccesses } from "./accesses.ts";
import { DynaliteStore } from "./dynalite-store.ts";
import { importLevel } from "./import-level.ts";
import { answerOperation } from "./operations.ts";
import { Rows } from "./rows.ts";

/** The file of all tables, under the data folder. */
const FILE = "dynamodb/tables.db";
const anything = z.looseObject({});
/** DynamoDB's own limit of one call. */
const MAX_REQUEST = 16 * 1024 * 1024;

/**
 * DynamoDB: dynalite's operations over rows in SQLite, on disk under `data`, else in a temporary file.
 * @throws Error also when another process has the file open
 */
export async function startDynamoDb(
  data: string | undefined,
  arnPrefix: string,
): Promise<{ service: Service; stop(): void }> {
  const rows = data === undefined ? new Rows() : await openFile(join(data, FILE));
  const store = new DynaliteStore(rows);
  const service: Service = {
    codes: JSON_CODES,
    accesses: (request) => dynamoAccesses(request, arnPrefix),
    answer: (request) => answer(store, request),
    refuse: jsonError,
  };
  return { service, stop: () => rows.close() };
}

async function answer(store: DynaliteStore, request: AwsRequest): Promise<AwsAnswer> {
  if (request.body.length > MAX_REQUEST) return { status: 413, headers: {}, body: "" };
  const call = jsonBody(request, anything);
  const { status, body } = await answerOperation(store, operationOf(request), call);
  const text = JSON.stringify(body);
  const headers = {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-crc32": String(crc32(text)),
    "x-amzn-requestid": randomUUID(),
  };
  return { status, headers, body: text };
}

async function openFile(path: string): Promise<Rows> {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const rows = new Rows(path);
    await importLevel(dirname(path), rows);
    return rows;
  } catch (error) {
    // SQLite's SQLITE_BUSY, https://www.sqlite.org/rescode.html#busy
    const isLocked = error instanceof Error && "errcode" in error && error.errcode === 5;
    throw isLocked
      ? new Error(`The local data at ${path} is in use: another npm start is running.`)
      : damagedStateError(path, error);
  }
}
