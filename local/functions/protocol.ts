import type { Json } from "../template/template.ts";
import type { InsideAnswer, InsideCall } from "./inside-request.ts";
import type { SeamOptions } from "./provider-seam.ts";

/** The start options of a worker. `endpoint` is the address of this machine's AWS. */
export type WorkerData = {
  file: string;
  handler: string;
  functionName: string;
  memoryMb: number;
  seam: SeamOptions;
  endpoint: string;
};

/** One invocation. */
export type Invocation = { requestId: string; event: Json; deadline: number; functionArn: string };

/** A message to the worker: an invocation, or the answer to one of its calls. */
export type HostMessage = ({ kind: "invoke" } & Invocation) | { kind: "answered"; call: number; answer: InsideAnswer };

/** What Lambda reports of an error of the function's own. */
export type FunctionErrorReport = { errorType: string; errorMessage: string };

/**
 * A message from the worker: `ready` or an error once at start-up, then one answer per invocation; and calls to AWS.
 */
export type WorkerMessage =
  | { kind: "ready" }
  | { kind: "answer"; requestId: string; answer: Json }
  | { kind: "error"; requestId: string | undefined; error: FunctionErrorReport }
  | ({ kind: "call"; call: number } & InsideCall);
