import { LatchkeyError } from "./errors.ts";

/** What may be logged: ids, counts and codes of our own. No subject, body, address, key or text of a third party. */
export type LogFields = Record<string, string | number | boolean | undefined>;

/** One JSON line on stdout, where Lambda picks it up. JSON.stringify escapes line breaks, so a value cannot forge a line. */
export function log(event: string, fields: LogFields = {}): void {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...fields })}\n`);
}

/**
 * What of an unexpected error may be logged: its name, an AWS request id, and our own stack frames.
 * The message is left out, because an SDK's message can quote the request, and the request can hold a key.
 */
export function describeError(error: unknown): LogFields {
  if (error instanceof LatchkeyError) return { error: error.code };
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    stack: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(" | "),
    request_id: requestId(error),
  };
}

function requestId(error: Error): string | undefined {
  if (!("$metadata" in error)) return undefined;
  const metadata = error.$metadata;
  if (typeof metadata !== "object" || metadata === null || !("requestId" in metadata)) return undefined;
  return typeof metadata.requestId === "string" ? metadata.requestId : undefined;
}
