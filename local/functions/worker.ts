import { setServers } from "node:dns";
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Json } from "../template/template.ts";
import { takeInside } from "./inside-http.ts";
import type { InsideAnswer } from "./inside-request.ts";
import type { FunctionErrorReport, HostMessage, Invocation, WorkerData, WorkerMessage } from "./protocol.ts";
import { redirectFetch } from "./provider-seam.ts";

/** One Lambda execution environment: loads the bundle once, then answers one invocation at a time. */
const data: WorkerData = workerData;
globalThis.fetch = redirectFetch(globalThis.fetch, data.seam);
if (data.seam.dns !== undefined) setServers([data.seam.dns]);

const calls = new Map<number, (answer: InsideAnswer) => void>();
let lastCall = 0;
takeInside(data.endpoint, (request) => {
  lastCall += 1;
  const call = lastCall;
  send({ kind: "call", call, ...request });
  return new Promise((resolve) => calls.set(call, resolve));
});

function send(message: WorkerMessage): void {
  parentPort?.postMessage(message);
}

function report(error: unknown): FunctionErrorReport {
  if (!(error instanceof Error)) return { errorType: "Error", errorMessage: String(error) };
  return { errorType: error.name, errorMessage: error.message };
}

function contextOf({ requestId, deadline, functionArn }: Invocation) {
  return {
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.functionName,
    functionVersion: "$LATEST",
    invokedFunctionArn: functionArn,
    memoryLimitInMB: String(data.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${data.functionName}`,
    logStreamName: "local",
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  };
}

async function start(): Promise<void> {
  const bundle: Record<string, unknown> = await import(pathToFileURL(data.file).href);
  const handler = bundle[data.handler];
  if (typeof handler !== "function") throw new Error(`${data.file} exports no function ${data.handler}`);

  parentPort?.on("message", (message: HostMessage) => {
    if (message.kind === "invoke") return void work(message, () => handler(message.event, contextOf(message)));
    calls.get(message.call)?.(message.answer);
    calls.delete(message.call);
  });
  send({ kind: "ready" });
}

async function work({ requestId }: Invocation, handle: () => unknown): Promise<void> {
  try {
    const answer = await handle();
    // As in Lambda, the answer crosses the border as JSON.
    const json: Json = JSON.parse(JSON.stringify(answer) ?? "null");
    send({ kind: "answer", requestId, answer: json });
  } catch (error) {
    send({ kind: "error", requestId, error: report(error) });
  }
}

start().catch((error: unknown) => send({ kind: "error", requestId: undefined, error: report(error) }));
