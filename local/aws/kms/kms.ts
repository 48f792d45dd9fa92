import * as z from "zod";
import type { RequestContext } from "../iam/condition.ts";
import type { Service } from "../service.ts";
import { AwsError, notSupported } from "../wire/aws-error.ts";
import type { AwsRequest } from "../wire/http.ts";
import { JSON_CODES, jsonAnswer, jsonBody, jsonError, operationOf } from "../wire/json-protocol.ts";
import { type EncryptionContext, keyIdOf, open, seal } from "./cipher.ts";
import type { Key, KeyStore } from "./key-store.ts";

const schema = z.object({
  KeyId: z.string().optional(),
  Plaintext: z.base64().optional(),
  CiphertextBlob: z.base64().optional(),
  EncryptionContext: z.record(z.string(), z.string()).default({}),
});
type Call = z.infer<typeof schema>;

/** KMS limits what Encrypt takes; larger data wants a data key. */
const MAX_PLAINTEXT_BYTES = 4096;

/** KMS: Encrypt, Decrypt, DescribeKey, EnableKey, DisableKey. */
export function makeKms(keys: KeyStore, arnPrefix: string): Service {
  const finder = new KeyFinder(keys, arnPrefix);
  const operations = { ...ciphering(finder), ...managing(keys, finder) };
  return {
    codes: JSON_CODES,
    refuse: jsonError,
    accesses(request) {
      const call = jsonBody(request, schema);
      const context = requestContext(call.EncryptionContext);
      return [{ action: `kms:${operationOf(request)}`, resource: finder.arnOf(finder.keyOf(call)), context }];
    },
    async answer(request: AwsRequest) {
      const operation = operations[operationOf(request)];
      if (!operation) throw notSupported(`kms:${operationOf(request)}`);
      return jsonAnswer(operation(jsonBody(request, schema)));
    },
  };
}

type Operations = Record<string, (call: Call) => object>;

function ciphering(finder: KeyFinder): Operations {
  const EncryptionAlgorithm = "SYMMETRIC_DEFAULT";
  return {
    Encrypt(call) {
      const key = finder.enabledKeyOf(call);
      const plaintext = Buffer.from(call.Plaintext ?? "", "base64");
      if (plaintext.length === 0 || plaintext.length > MAX_PLAINTEXT_BYTES) {
        throw new AwsError("ValidationException", `Plaintext must have 1 to ${MAX_PLAINTEXT_BYTES} bytes.`);
      }
      const blob = seal(material(key), key.id, plaintext, call.EncryptionContext);
      return { KeyId: finder.arnOf(key), CiphertextBlob: blob.toString("base64"), EncryptionAlgorithm };
    },
    Decrypt(call) {
      const key = finder.enabledKeyOf(call);
      const plaintext = open(material(key), blobOf(call), call.EncryptionContext);
      // KMS gives no detail: neither that the context was the fault nor which part of it.
      if (!plaintext) throw new AwsError("InvalidCiphertextException", "");
      return { KeyId: finder.arnOf(key), Plaintext: plaintext.toString("base64"), EncryptionAlgorithm };
    },
  };
}

function managing(keys: KeyStore, finder: KeyFinder): Operations {
  const kind = {
    KeyUsage: "ENCRYPT_DECRYPT",
    KeySpec: "SYMMETRIC_DEFAULT",
    KeyManager: "CUSTOMER",
    Origin: "AWS_KMS",
  };
  return {
    DescribeKey(call) {
      const key = finder.keyOf(call);
      const { id, enabled, created } = key;
      const state = { Enabled: enabled, KeyState: enabled ? "Enabled" : "Disabled", CreationDate: created };
      return { KeyMetadata: { KeyId: id, Arn: finder.arnOf(key), ...state, ...kind } };
    },
    EnableKey(call) {
      keys.enable(finder.keyOf(call), true);
      return {};
    },
    DisableKey(call) {
      keys.enable(finder.keyOf(call), false);
      return {};
    },
  };
}

/** Finds the key that a call is about. */
class KeyFinder {
  readonly #keys: KeyStore;
  readonly #prefix: string;

  constructor(keys: KeyStore, arnPrefix: string) {
    this.#keys = keys;
    this.#prefix = `${arnPrefix}:key/`;
  }

  arnOf({ id }: Pick<Key, "id">): string {
    return `${this.#prefix}${id}`;
  }

  /** @throws AwsError also when Decrypt names another key than the one that sealed the blob */
  keyOf({ KeyId, CiphertextBlob }: Call): Key {
    const sealedBy = CiphertextBlob === undefined ? undefined : keyIdOf(Buffer.from(CiphertextBlob, "base64"));
    if (CiphertextBlob !== undefined && sealedBy === undefined) throw new AwsError("InvalidCiphertextException", "");
    const id = KeyId?.replace(this.#prefix, "") ?? sealedBy;
    if (id === undefined) throw new AwsError("ValidationException", "KeyId is missing.");
    const key = this.#keys.find(id);
    if (!key) {
      throw new AwsError(
        "NotFoundException",
        `Key '${id.startsWith("arn:") ? id : this.arnOf({ id })}' does not exist`,
      );
    }
    if (sealedBy !== undefined && sealedBy !== id) {
      const message = "The key ID in the request does not identify a CMK that can perform this operation.";
      throw new AwsError("IncorrectKeyException", message);
    }
    return key;
  }

  enabledKeyOf(call: Call): Key {
    const key = this.keyOf(call);
    if (!key.enabled) throw new AwsError("DisabledException", `${this.arnOf(key)} is disabled.`);
    return key;
  }
}

function material(key: Key): Buffer {
  return Buffer.from(key.material, "base64");
}

function blobOf({ CiphertextBlob }: Call): Buffer {
  if (CiphertextBlob === undefined) throw new AwsError("ValidationException", "CiphertextBlob is missing.");
  return Buffer.from(CiphertextBlob, "base64");
}

function requestContext(context: EncryptionContext): RequestContext {
  const values = Object.entries(context).map(([name, value]) => [
    `kms:encryptioncontext:${name.toLowerCase()}`,
    [value],
  ]);
  return { ...Object.fromEntries(values), "kms:encryptioncontextkeys": Object.keys(context) };
}
