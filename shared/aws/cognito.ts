import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { SOON } from "./timeouts.ts";

export function cognito(): CognitoIdentityProviderClient {
  return new CognitoIdentityProviderClient({ requestHandler: SOON });
}
