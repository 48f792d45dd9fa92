import type { CallToolResult, Tool as Listed } from "@modelcontextprotocol/server";
import * as z from "zod/mini";
import english from "zod/v4/locales/en.js";
import { fieldsAtFault } from "../../../shared/http/fields-at-fault.ts";
import type { Scope } from "../../../shared/tokens/scopes.ts";
import type { Latchkey } from "../../client/src/index.ts";

/** What an API token must be allowed to do for a tool. */
export type ToolScope = Extract<Scope, "conversations:read" | "drafts:decide">;

type Hints = { readOnlyHint: boolean; destructiveHint: boolean; idempotentHint: boolean; openWorldHint: boolean };

export type Tool = {
  scope: ToolScope;
  /** As `tools/list` shows it. */
  listed: Listed;
  /** @throws ApiError where the API refuses */
  call(api: Latchkey, given: unknown): Promise<CallToolResult>;
};

type Made<I extends z.ZodMiniObject, O extends z.ZodMiniObject> = {
  name: string;
  title: string;
  description: string;
  scope: ToolScope;
  hints: Hints;
  input: I;
  output: O;
  run(api: Latchkey, input: z.infer<I>): Promise<z.infer<O>>;
};

/** One tool. What it takes and gives is listed by the schemas that its calls are read by. */
export function tool<I extends z.ZodMiniObject, O extends z.ZodMiniObject>(made: Made<I, O>): Tool {
  const { name, title, description, scope, hints, input, output, run } = made;
  return {
    scope,
    listed: {
      name,
      title,
      description,
      inputSchema: jsonSchema(input, "input"),
      outputSchema: jsonSchema(output, "output"),
      annotations: { title, ...hints },
    },
    async call(api, given) {
      const parsed = input.safeParse(given, { error: english().localeError });
      if (!parsed.success) return refused(`Wrong arguments for ${name}: ${faultsOf(parsed.error.issues)}`);
      return answered(output.parse(await run(api, parsed.data)));
    },
  };
}

/** A failure that the model reads and may act on. Older clients check `structuredContent` of a failure too, so it has none. */
export function refused(why: string): CallToolResult {
  return { isError: true, content: [{ type: "text", text: why }] };
}

/** Clients that know no structured content read the same as text. */
function answered(structuredContent: Record<string, unknown>): CallToolResult {
  // A host may put the text between tags of its own; "<" as an escape of JSON can neither open nor close one.
  const text = JSON.stringify(structuredContent).replaceAll("<", "\\u003c");
  return { structuredContent, content: [{ type: "text", text }] };
}

/** The schema as plain JSON, which is what zod's type and the SDK's have in common. */
function jsonSchema(schema: z.ZodMiniObject, io: "input" | "output"): Listed["inputSchema"] {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return JSON.parse(JSON.stringify(rest));
}

function faultsOf(issues: z.core.$ZodIssue[]): string {
  return fieldsAtFault(issues)
    .map(({ field, message }) => `${field}: ${message}`)
    .join("; ");
}
