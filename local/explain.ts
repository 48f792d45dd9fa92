import { UsageError } from "./arguments.ts";
import { DataError } from "./data/data-error.ts";
import { TemplateError } from "./template/template.ts";

/** The one sentence for a failed start: ours where we know what is wrong, else the error's own message. */
export function explain(error: unknown): string {
  if (error instanceof UsageError || error instanceof DataError || error instanceof TemplateError) return error.message;
  if (!(error instanceof Error)) return `Latchkey could not start: ${String(error)}`;
  const code = "code" in error ? error.code : undefined;
  const port = "port" in error ? error.port : undefined;
  if (code === "EADDRINUSE") return `Port ${port} is taken. Choose another with --port or --smtp-port.`;
  if (code === "EACCES" && port !== undefined)
    return `Port ${port} needs rights that this user lacks. Choose one above 1023.`;
  return `Latchkey could not start: ${error.message.split("\n", 1)[0]}`;
}
