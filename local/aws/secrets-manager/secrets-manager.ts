import * as z from "zod";
import type { Service } from "../service.ts";
import { AwsError, notSupported } from "../wire/aws-error.ts";
import { JSON_CODES, jsonAnswer, jsonBody, jsonError, operationOf } from "../wire/json-protocol.ts";
import type { SecretStore, StoredSecret } from "./secret-store.ts";

const schema = z.object({
  SecretId: z.string().optional(),
  Name: z
    .string()
    .regex(/^[A-Za-z0-9/_+=.@-]{1,512}$/)
    .optional(),
  SecretString: z.string().min(1).max(65_536).optional(),
});
type Call = z.infer<typeof schema>;

/** Secrets Manager: GetSecretValue, CreateSecret, PutSecretValue. */
export function makeSecretsManager(secrets: SecretStore, arnPrefix: string): Service {
  const operations: Record<string, (call: Call) => object> = {
    GetSecretValue(call) {
      const secret = found(secrets, call);
      const versions = { VersionId: secret.version, VersionStages: ["AWSCURRENT"], CreatedDate: secret.created };
      return { ARN: secret.arn, Name: secret.name, SecretString: secrets.valueOf(secret), ...versions };
    },
    CreateSecret({ Name, SecretString }) {
      if (Name === undefined) throw new AwsError("InvalidParameterException", "Name is missing.");
      if (secrets.find(Name)) {
        throw new AwsError(
          "ResourceExistsException",
          `The operation failed because the secret ${Name} already exists.`,
        );
      }
      return written(secrets.put(Name, textOf(SecretString)));
    },
    PutSecretValue(call) {
      return written(secrets.put(found(secrets, call).name, textOf(call.SecretString)));
    },
  };
  return {
    codes: JSON_CODES,
    refuse: jsonError,
    accesses(request) {
      const { SecretId, Name = "" } = jsonBody(request, schema);
      const id = SecretId ?? Name;
      // The ARN of a missing secret has no random suffix, so no grant matches it.
      const resource = secrets.find(id)?.arn ?? (id.startsWith("arn:") ? id : `${arnPrefix}:secret:${id}`);
      return [{ action: `secretsmanager:${operationOf(request)}`, resource }];
    },
    async answer(request) {
      const operation = operations[operationOf(request)];
      if (!operation) throw notSupported(`secretsmanager:${operationOf(request)}`);
      return jsonAnswer(operation(jsonBody(request, schema)));
    },
  };
}

function found(secrets: SecretStore, { SecretId = "" }: Call): StoredSecret {
  const secret = secrets.find(SecretId);
  if (!secret) throw new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
  return secret;
}

function textOf(value: string | undefined): string {
  if (value === undefined) throw new AwsError("InvalidParameterException", "SecretString is missing.");
  return value;
}

function written({ arn, name, version }: StoredSecret): object {
  return { ARN: arn, Name: name, VersionId: version };
}
