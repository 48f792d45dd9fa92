import { Duration } from "aws-cdk-lib";
import { Key } from "aws-cdk-lib/aws-kms";
import { Construct } from "constructs";
import type { LatchkeyFunction } from "./function.ts";
import { kept } from "./kept.ts";

type Sealing = {
  description: string;
  /** What the encryption context of each ciphertext must name. */
  context: string[];
};

/** A KMS key that seals secrets of owners. One function may encrypt and another may decrypt. No function may do both. */
export class SealingKey extends Construct {
  readonly #key: Key;
  readonly #context: string[];

  constructor(scope: Construct, id: string, { description, context }: Sealing) {
    super(scope, id);
    this.#context = context;
    this.#key = new Key(this, "Key", {
      description,
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
    // "false" requires the context key to be present. Without owner and row in the context, a ciphertext could be moved
    // between rows.
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
    const bound = Object.fromEntries(this.#context.map((name) => [`kms:EncryptionContext:${name}`, "false"]));
    fn.allowWhere({ Null: bound }, this.#key.keyArn, action);
  }
}
