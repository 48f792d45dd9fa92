import { UsageError } from "./arguments.ts";
import { DataError } from "./data/data-error.ts";
import { TemplateError } from "./template/template.ts";
import { WebError } from "./web/web.ts";

/** Errors whose own message is a sentence for the user. */
const OURS = [UsageError, DataError, TemplateError, WebError];

/** The one sentence for a failed start: our own if the cause is known, otherwise the error's message. */
export function explain(error: unknown): string {
  if (!(error instanceof Error)) return `Latchkey could not start: ${String(error)}`;
  if (OURS.some((own) => error instanceof own)) return error.message;
  const code = "code" in error ? error.code : undefined;
  const port = "port" in error ? error.port : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another with --port or --smtp-port.`;
  if (code === "EACCES" && port !== undefined)
    return `Port ${port} needs rights that this user lacks. Choose one above 1023.`;
  return `Latchkey could not start: ${error.message.split("\n", 1)[0]}`;
}
