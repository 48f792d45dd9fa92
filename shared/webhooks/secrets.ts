import { randomBytes } from "node:crypto";
import { DecryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import { type Lazy, loadClient } from "../aws/lazy.ts";
import { Secret } from "../secret.ts";

/** Standard Webhooks asks for 24 to 64 random bytes, and for this prefix before their base64. */
const BYTES = 32;
const PREFIX = "whsec_";

/** A new signing secret, in the form in which every library of Standard Webhooks takes it. */
export function makeSecret(): Secret {
  return new Secret(PREFIX + randomBytes(BYTES).toString("base64"));
}

/** KMS compares it byte for byte, so a sealed secret that is moved to another endpoint's row cannot be opened. */
function context(userId: string, webhookId: string) {
  return { user_id: userId, webhook_id: webhookId };
}

/** The sealing half. The API has only this half, so it can show a secret once and never again. */
export class SecretSealer {
  readonly #kms: Lazy<KMSClient>;
  readonly #keyArn: string;

  constructor(kms: Lazy<KMSClient>, keyArn: string) {
    this.#kms = kms;
    this.#keyArn = keyArn;
  }

  async seal(userId: string, webhookId: string, secret: Secret): Promise<Uint8Array> {
    const { encrypt } = await import("../aws/kms.ts");
    return encrypt(await loadClient(this.#kms), {
      KeyId: this.#keyArn,
      EncryptionContext: context(userId, webhookId),
      Plaintext: new TextEncoder().encode(secret.reveal()),
    });
  }
}

/** The opening half. Only the sender has it. */
export class SecretOpener {
  readonly #kms: KMSClient;
  readonly #keyArn: string;

  constructor(kms: KMSClient, keyArn: string) {
    this.#kms = kms;
    this.#keyArn = keyArn;
  }

  /** @throws InvalidCiphertextException of KMS when it was not sealed for this endpoint */
  async open(userId: string, webhookId: string, sealed: Uint8Array): Promise<Secret> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        KeyId: this.#keyArn,
        EncryptionContext: context(userId, webhookId),
        CiphertextBlob: sealed,
      }),
    );
    if (Plaintext === undefined) throw new Error("KMS opened a secret and returned no plaintext");
    return new Secret(new TextDecoder().decode(Plaintext));
  }
}
