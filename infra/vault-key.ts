import { Duration } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { LatchkeyFunction } from "./function.ts";
import { kept } from "./kept.ts";

/** Seals the owners' AI keys. One function may encrypt and another may decrypt. No function may do both. */
export class VaultKey extends Construct {
  readonly #key: Key;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#key = new Key(this, "Key", {
      description: "Latchkey: seals the owners' AI keys",
      enableKeyRotation: true,
      pendingWindow: Duration.days(30),
      removalPolicy: kept(this).removalPolicy,
    });
  }

  /** The key for event rules about it. Grants use `allow` instead. */
  get arn(): string {
    return this.#key.keyArn;
  }

  allow(fn: LatchkeyFunction, action: "kms:Encrypt" | "kms:Decrypt"): void {
    // "false" requires the context key to be present. Without owner and provider in the context, a ciphertext could be
    // moved between rows.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
    const bound = { "kms:EncryptionContext:user_id": "false", "kms:EncryptionContext:provider": "false" };
    fn.allowWhere({ Null: bound }, this.#key.keyArn, action);
  }
}
