import { DecryptCommand, type KMSClient } from "@aws-sdk/client-kms";
import { type Lazy, lazy, loadClient } from "../aws/lazy.ts";
import type { Provider } from "../providers/registry.ts";
import { Secret } from "../secret.ts";

/**
 * KMS compares the context byte for byte, so a ciphertext that is moved to another user's row, or to another
 * provider's, cannot be opened. CloudTrail shows the context, so it contains only opaque ids.
 */
function context(owner: string, provider: Provider) {
  return { user_id: owner, provider };
}

/** KMS for the function that seals, which seals in few of its requests. */
export function lazyKms(): Lazy<KMSClient> {
  return lazy(async () => (await import("../aws/kms.ts")).kms());
}

/** The sealing half of the vault. The API has only this half and cannot open a key. */
export class KeySealer {
  readonly #kms: Lazy<KMSClient>;
  readonly #keyArn: string;

  constructor(kms: Lazy<KMSClient>, keyArn: string) {
    this.#kms = kms;
    this.#keyArn = keyArn;
  }

  async seal(owner: string, provider: Provider, key: Secret): Promise<Uint8Array> {
    const { encrypt } = await import("../aws/kms.ts");
    return encrypt(await loadClient(this.#kms), {
      KeyId: this.#keyArn,
      EncryptionContext: context(owner, provider),
      Plaintext: new TextEncoder().encode(key.reveal()),
    });
  }
}

/** The opening half of the vault. Only the runner has it. */
export class KeyOpener {
  readonly #kms: KMSClient;
  readonly #keyArn: string;

  constructor(kms: KMSClient, keyArn: string) {
    this.#kms = kms;
    this.#keyArn = keyArn;
  }

  /** @throws InvalidCiphertextException of KMS when the ciphertext was not sealed for this owner and provider */
  async open(owner: string, provider: Provider, ciphertext: Uint8Array): Promise<Secret> {
    const { Plaintext } = await this.#kms.send(
      new DecryptCommand({
        // With the key's ARN, KMS refuses a ciphertext that was made under another key of the account.
        KeyId: this.#keyArn,
        EncryptionContext: context(owner, provider),
        CiphertextBlob: ciphertext,
      }),
    );
    if (Plaintext === undefined) throw new Error("KMS opened a key and returned no plaintext");
    return new Secret(new TextDecoder().decode(Plaintext));
  }
}
