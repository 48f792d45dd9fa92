import { Webhook } from "standardwebhooks";
import type { Secret } from "../../shared/secret.ts";

/**
 * The headers of one call by Standard Webhooks. A receiver accepts the call if one of the signatures is right, so during
 * a rotation both secrets sign.
 * @param at the time of this call, which a receiver compares with its clock
 */
export function signedHeaders(eventId: string, body: string, secrets: Secret[], at: Date): Record<string, string> {
  const signatures = secrets.map((secret) => new Webhook(secret.reveal()).sign(eventId, at, body));
  return {
    "content-type": "application/json",
    "user-agent": "Latchkey-Webhooks/1",
    "accept-encoding": "identity",
    "webhook-id": eventId,
    "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
    "webhook-signature": signatures.join(" "),
  };
}
