import type { Handlers } from "../../shared/http/handlers.ts";

/** @param document the OpenAPI document as text */
export function openApiHandlers(document: string): Handlers<"openapi"> {
  return { openapi: async () => ({ status: 200, body: document }) };
}
