export type { WireAnswer } from "../support/dynamo.ts";

/** A call of an SDK client, its body read. */
export type WireRequest = { method: string; headers: Record<string, string>; body: Buffer };
