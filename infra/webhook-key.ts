import type { Construct } from "constructs";
import { SealingKey } from "./sealing-key.ts";

/**
 * Seals the signing secrets of webhooks. It is not the key of the AI keys, so that the sender, which talks to strangers'
 * servers, holds no right on that one.
 */
export class WebhookKey extends SealingKey {
  constructor(scope: Construct, id: string) {
    const description = "Latchkey: seals the signing secrets of webhooks";
    super(scope, id, { description, context: ["user_id", "webhook_id"] });
  }
}
