import type { Json } from "../template/template.ts";
import type { SeamOptions } from "./provider-seam.ts";

/** What a worker starts with. */
export type WorkerData = { file: string; handler: string; functionName: string; memoryMb: number; seam: SeamOptions };

/** One invocation as it is sent to the worker. */
export type Invocation = { requestId: string; event: Json; deadline: number; functionArn: string };

/** Lambda's report of an error in the function. */
export type FunctionErrorReport = { errorType: string; errorMessage: string };

/** What the worker sends back: `ready` (or an error) once at start-up, then one answer for each invocation. */
export type WorkerMessage =
  | { kind: "ready" }
  | { kind: "answer"; requestId: string; answer: Json }
  | { kind: "error"; requestId: string | undefined; error: FunctionErrorReport };
