import type { Json } from "../template/template.ts";
import type { SeamOptions } from "./provider-seam.ts";

/** What a worker is started with. */
export type WorkerData = { file: string; handler: string; functionName: string; memoryMb: number; seam: SeamOptions };

/** One invocation, as it goes to the worker. */
export type Invocation = { requestId: string; event: Json; deadline: number; functionArn: string };

/** What Lambda reports of an error of the function's own. */
export type FunctionErrorReport = { errorType: string; errorMessage: string };

/** What comes back: once `ready` (or an error) at start-up, then one answer for each invocation. */
export type WorkerMessage =
  | { kind: "ready" }
  | { kind: "answer"; requestId: string; answer: Json }
  | { kind: "error"; requestId: string | undefined; error: FunctionErrorReport };
