import { Duration } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { LatchkeyFunction } from "./function.ts";
import { kept } from "./kept.ts";

/**
 * Seals the signing secrets of webhooks. It is not the key of the AI keys, so that the sender, which talks to strangers'
 * servers, holds no right on that one.
 */
export class WebhookKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = new Key(this, "Key", {
      description: "Latchkey: seals the signing secrets of webhooks",
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: kept(this).removalPolicy,
    });
  }

  get arn(): string {
    return this.#key.keyArn;
  }

  allow(fn: LatchkeyFunction, action: "kms:Encrypt" | "kms:Decrypt"): void {
    // "false" asks for the key to be there, as in vault-key.ts.
    const bound = { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:webhook_id": "false" };
    fn.allowWhere({ Null: bound }, this.#key.keyArn, action);
  }
}
