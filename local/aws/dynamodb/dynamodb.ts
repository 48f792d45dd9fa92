import { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import dynalite from "dynalite";
import { Level } from "level";
import { listen } from "../../http/listen.ts";
import type { Service } from "../service.ts";
import { damaged } from "../state-file.ts";
import type { AwsAnswer, AwsRequest } from "../wire/http.ts";
import { JSON_CODES, jsonError } from "../wire/json-protocol.ts";
import { dynamoAccesses } from "./accesses.ts";

/** DynamoDB by dynalite: on disk under `data`, else in memory. */
export async function startDynamoDb(data: string | undefined, arnPrefix: string) {
  const path = data === undefined ? undefined : join(data, "dynamodb");
  if (path !== undefined) await assertReadable(path);
  const server = dynalite({
    createTableMs: 0,
    deleteTableMs: 0,
    updateTableMs: 0,
    ...(path !== undefined && { path }),
  });
  // Nobody connects, but a server that does not listen closes without its files.
  await listen(server, 0);
  // dynalite calls back when its files are closed too; the server's own "close" event comes before that.
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await call(server, FIRST_CALL);
  const service: Service = {
    codes: JSON_CODES,
    accesses: (request) => dynamoAccesses(request, arnPrefix),
    answer: (request) => call(server, request),
    refuse: jsonError,
  };
  return { service, stop };
}

/** Hands a request to dynalite without a socket: what it uses of a request and of a response is little. */
function call(server: Server, { method, path, headers, body }: AwsRequest): Promise<AwsAnswer> {
  return new Promise((resolve) => {
    const request = Object.assign(new EventEmitter(), { method, url: path, headers });
    const answer = { status: 200, headers: new Map<string, string>() };
    const response = {
      set statusCode(status: number) {
        answer.status = status;
      },
      setHeader: (name: string, value: string | number) => answer.headers.set(name, String(value)),
      end: (text = "") => resolve({ ...answer, headers: Object.fromEntries(answer.headers), body: text }),
    };
    server.emit("request", request, response);
    request.emit("data", body);
    request.emit("end");
  });
}

/**
 * Any call: its answer shows that dynalite has its files open and locked. It asks for a signature, but reads nothing in it.
 */
const FIRST_CALL: AwsRequest = {
  method: "POST",
  path: "/",
  query: new URLSearchParams(),
  headers: {
    "content-type": "application/x-amz-json-1.0",
    "x-amz-target": "DynamoDB_20120810.ListTables",
    "x-amz-date": "20000101T000000Z",
    authorization: "AWS4-HMAC-SHA256 Credential=a/b/c/d/e, SignedHeaders=f, Signature=g",
  },
  body: Buffer.from("{}"),
};

/**
 * dynalite opens its files in the background and hangs for ever when it cannot, so they are opened here once before.
 * @throws Error also when another process has them open
 */
async function assertReadable(path: string): Promise<void> {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  const files = new Level(path);
  try {
    await files.open();
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    const isLocked = cause instanceof Error && "code" in cause && cause.code === "LEVEL_LOCKED";
    throw isLocked
      ? new Error(`The local data at ${path} is in use: another npm start is running.`)
      : damaged(path, error);
  }
  await files.close();
}
