import { LatchkeyError } from "./errors.ts";

/**
 * Values that may be logged: our own ids, counts and codes. No subject, body, address, key or text of a third party.
 */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** One JSON line on stdout, where Lambda picks it up. JSON.stringify escapes line breaks, so a value cannot forge a line. */
export function log(event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

/**
 * Returns the parts of an unexpected error that may be logged: its name, the status and id of an AWS call, and stack
 * frames if the error is not AWS's. The message is left out, because an SDK's message can quote the request, and the
 * request can contain a key.
 */
export function describeError(error: unknown): LogFields {
  if (error instanceof LatchkeyError) return { error: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  // AWS said no: its name says what, its id finds the call, and the frames are the SDK's own.
  if ("$metadata" in error && error.name !== "Error") return { error: error.name, ...ofCall(error) };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    stack: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" | "),
    ...ofCall(error),
  };
}

function ofCall(error: Error): LogFields {
  if (!("$metadata" in error)) return {};
  const metadata = error.$metadata;
  if (typeof metadata !== "object" || metadata === null) return {};
  const status = "httpStatusCode" in metadata ? metadata.httpStatusCode : undefined;
  const id = "requestId" in metadata ? metadata.requestId : undefined;
  return {
    status: typeof status === "number" ? status : undefined,
    request_id: typeof id === "string" ? id : undefined,
  };
}
