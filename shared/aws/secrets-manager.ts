import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SOON } from "./timeouts.ts";

/** Apart from the other clients, so that only who imports this file carries it. */
export function secretsManager(): SecretsManagerClient {
  return new SecretsManagerClient({ requestHandler: SOON });
}
