import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { Json } from "../template/template.ts";
import type { FunctionErrorReport, Invocation, WorkerData, WorkerMessage } from "./protocol.ts";
import { seamedFetch } from "./provider-seam.ts";

/** One Lambda execution environment: loads the bundle once, then answers one invocation at a time. */
const data: WorkerData = workerData;
globalThis.fetch = seamedFetch(globalThis.fetch, data.seam);

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

  parentPort?.on("message", async (invocation: Invocation) => {
    const { requestId } = invocation;
    try {
      const answer: unknown = await handler(invocation.event, contextOf(invocation));
      // As in Lambda, the answer crosses the boundary as JSON.
      const json: Json = JSON.parse(JSON.stringify(answer) ?? "null");
      send({ kind: "answer", requestId, answer: json });
    } catch (error) {
      send({ kind: "error", requestId, error: report(error) });
    }
  });
  send({ kind: "ready" });
}

start().catch((error: unknown) => send({ kind: "error", requestId: undefined, error: report(error) }));
