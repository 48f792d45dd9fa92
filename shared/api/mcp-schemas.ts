import * as z from "zod/mini";

/** One message of JSON-RPC 2.0. The SDK in the function reads the rest of it: https://modelcontextprotocol.io/specification */
export const mcpMessage = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.optional(z.union([z.string(), z.number()])),
  method: z.optional(z.string()),
});

/** What the function itself refuses, in the protocol's own form. */
export const mcpRefusal = z.object({
  jsonrpc: z.literal("2.0"),
  id: z.null(),
  error: z.object({ code: z.number(), message: z.string() }),
});
