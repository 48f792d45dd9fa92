import { mkdirSync } from "node:fs";
import { Agent, request as httpRequest } from "node:http";
import { join } from "node:path";
import dynalite from "dynalite";
import { Level } from "level";
import { listen } from "../../http/listen.ts";
import { readBody } from "../../http/read-body.ts";
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
  // No idle connection is closed by this side, so none is closed just as the agent takes it again.
  server.keepAliveTimeout = 0;
  const port = await listen(server, 0);
  const agent = new Agent({ keepAlive: true });
  // dynalite calls back when its files are closed too; the server's own "close" event comes before that.
  const stop = () =>
    new Promise<void>((resolve) => {
      agent.destroy();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await forward(port, agent, FIRST_CALL);
  const service: Service = {
    codes: JSON_CODES,
    accesses: (request) => dynamoAccesses(request, arnPrefix),
    answer: (request) => forward(port, agent, request),
    refuse: jsonError,
  };
  return { service, stop };
}

function forward(port: number, agent: Agent, { method, headers, body }: AwsRequest): Promise<AwsAnswer> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest({ host: "127.0.0.1", port, agent, method, headers }, (answer) => {
      const type = answer.headers["content-type"] ?? "application/x-amz-json-1.0";
      const checksum = answer.headers["x-amz-crc32"];
      const kept = { "content-type": type, ...(typeof checksum === "string" && { "x-amz-crc32": checksum }) };
      readBody(answer).then((read) => resolve({ status: answer.statusCode ?? 500, headers: kept, body: read }), reject);
    });
    outgoing.on("error", reject).end(body);
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
