import * as z from "zod";
import type { RequestContext } from "../iam/condition.ts";
import type { Service } from "../service.ts";
import { AwsError, notHere } from "../wire/aws-error.ts";
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
  const operations: Record<string, (call: Call) => object> = {
    Encrypt(call) {
      const key = usable(keyOf(call));
      const plaintext = Buffer.from(call.Plaintext ?? "", "base64");
      if (plaintext.length === 0 || plaintext.length > MAX_PLAINTEXT_BYTES) {
        throw new AwsError("ValidationException", `Plaintext must have 1 to ${MAX_PLAINTEXT_BYTES} bytes.`);
      }
      const blob = seal(material(key), key.id, plaintext, call.EncryptionContext);
      return {
        KeyId: arnOf(key.id),
        CiphertextBlob: blob.toString("base64"),
        EncryptionAlgorithm: "SYMMETRIC_DEFAULT",
      };
    },
    Decrypt(call) {
      const key = usable(keyOf(call));
      const plaintext = open(material(key), blobOf(call), call.EncryptionContext);
      // KMS gives no detail: neither that the context was the fault nor which part of it.
      if (!plaintext) throw new AwsError("InvalidCiphertextException", "");
      const Plaintext = plaintext.toString("base64");
      return { KeyId: arnOf(key.id), Plaintext, EncryptionAlgorithm: "SYMMETRIC_DEFAULT" };
    },
    DescribeKey(call) {
      const { id, enabled, created } = keyOf(call);
      const state = { Enabled: enabled, KeyState: enabled ? "Enabled" : "Disabled", CreationDate: created };
      const kind = {
        KeyUsage: "ENCRYPT_DECRYPT",
        KeySpec: "SYMMETRIC_DEFAULT",
        KeyManager: "CUSTOMER",
        Origin: "AWS_KMS",
      };
      return { KeyMetadata: { KeyId: id, Arn: arnOf(id), ...state, ...kind } };
    },
    EnableKey(call) {
      keys.enable(keyOf(call), true);
      return {};
    },
    DisableKey(call) {
      keys.enable(keyOf(call), false);
      return {};
    },
  };

  const arnOf = (id: string) => `${arnPrefix}:key/${id}`;

  function usable(key: Key): Key {
    if (!key.enabled) throw new AwsError("DisabledException", `${arnOf(key.id)} is disabled.`);
    return key;
  }

  /** @throws AwsError also when Decrypt names another key than the one that sealed the blob */
  function keyOf({ KeyId, CiphertextBlob }: Call): Key {
    const sealedBy = CiphertextBlob === undefined ? undefined : keyIdOf(Buffer.from(CiphertextBlob, "base64"));
    if (CiphertextBlob !== undefined && sealedBy === undefined) throw new AwsError("InvalidCiphertextException", "");
    const named = KeyId?.replace(`${arnPrefix}:key/`, "");
    const id = named ?? sealedBy;
    if (id === undefined) throw new AwsError("ValidationException", "KeyId is missing.");
    const key = keys.find(id);
    if (!key) throw new AwsError("NotFoundException", `Key '${id.startsWith("arn:") ? id : arnOf(id)}' does not exist`);
    if (sealedBy !== undefined && sealedBy !== id) {
      throw new AwsError(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.",
      );
    }
    return key;
  }

  return {
    codes: JSON_CODES,
    refuse: jsonError,
    accesses(request) {
      const call = jsonBody(request, schema);
      const context = requestContext(call.EncryptionContext);
      return [{ action: `kms:${operationOf(request)}`, resource: arnOf(keyOf(call).id), context }];
    },
    async answer(request: AwsRequest) {
      const operation = operations[operationOf(request)];
      if (!operation) throw notHere(`kms:${operationOf(request)}`);
      return jsonAnswer(operation(jsonBody(request, schema)));
    },
  };
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
