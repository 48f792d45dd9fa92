import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SOON } from "./timeouts.ts";

/** Separate from the other clients, so that only a bundle that imports this file contains it. */
export function secretsManager(): SecretsManagerClient {
  return new SecretsManagerClient({ requestHandler: SOON });
}
