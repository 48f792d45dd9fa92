import * as z from "zod/mini";
import { PAYLOADS } from "../webhooks/event.ts";
import { EVENT_TYPES, TEST_EVENT } from "../webhooks/event-types.ts";

const SUMMARIES: Record<keyof typeof PAYLOADS, string> = {
  ...EVENT_TYPES,
  [TEST_EVENT]: "The owner asked for a test event. It is tried once.",
};

/** The headers of every call, by Standard Webhooks. */
const HEADERS = {
  "webhook-id": "The same each time this event is sent. Work an id once.",
  "webhook-timestamp": "When this call was made, in seconds since 1970.",
  "webhook-signature":
    "One or more signatures separated by spaces: `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`.",
};

/** The section `webhooks` of OpenAPI 3.1: the calls that Latchkey makes to an owner's program, one for each event. */
export function webhookCalls() {
  return Object.fromEntries(
    Object.entries(PAYLOADS).map(([name, schema]) => [
      name,
      {
        post: {
          operationId: `on-${name}`,
          summary: summaryOf(name),
          description: "Signed as the Standard Webhooks specification says. No text of a mail is in it.",
          tags: ["webhooks"],
          parameters: Object.entries(HEADERS).map(([header, description]) => ({
            name: header,
            in: "header",
            required: true,
            description,
            schema: { type: "string" },
          })),
          requestBody: { required: true, content: { "application/json": { schema: schemaOf(schema) } } },
          security: [],
          responses: {
            "2XX": { description: "The event has arrived" },
            default: { description: "The event is sent again later; 410 pauses the webhook" },
          },
        },
      },
    ]),
  );
}

function summaryOf(name: string): string {
  return new Map<string, string>(Object.entries(SUMMARIES)).get(name) ?? "";
}

/** Receivers must skip fields that they do not know, since later releases may add some. */
function schemaOf(schema: z.ZodMiniType) {
  const { $schema: _, ...plain } = z.toJSONSchema(schema, { io: "input" });
  return plain;
}
