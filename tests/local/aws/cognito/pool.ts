import {
  AdminCreateUserCommand,
  AdminInitiateAuthCommand,
  AdminSetUserPasswordCommand,
  type AuthenticationResultType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { clientsOf } from "../support.ts";
import { POOL } from "../support.ts";

type Cognito = ReturnType<typeof clientsOf>["cognito"];

export const UserPoolId = POOL.userPoolId;
export const ClientId = POOL.clientId;
export const PASSWORD = "correct horse";

/** Creates a user with a permanent password, as the auth function does. @returns the sub */
export async function makeUser(
  cognito: Cognito,
  email: string,
  attributes: Record<string, string> = {},
  UserPoolId = POOL.userPoolId,
): Promise<string> {
  const UserAttributes = Object.entries({ email, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
  const create = { UserPoolId, Username: email, MessageAction: "SUPPRESS" as const, UserAttributes };
  const { User } = await cognito.send(new AdminCreateUserCommand(create));
  await cognito.send(
    new AdminSetUserPasswordCommand({ UserPoolId, Username: email, Password: PASSWORD, Permanent: true }),
  );
  return User?.Attributes?.find(({ Name }) => Name === "sub")?.Value ?? "";
}

export function signIn(cognito: Cognito, USERNAME: string, password = PASSWORD, pool = { UserPoolId, ClientId }) {
  const AuthParameters = { USERNAME, PASSWORD: password };
  const AuthFlow = "ADMIN_USER_PASSWORD_AUTH";
  return cognito.send(new AdminInitiateAuthCommand({ ...pool, AuthFlow, AuthParameters }));
}

type Tokens = { AccessToken: string; IdToken: string; RefreshToken: string };

export function tokensOf({
  AuthenticationResult,
}: {
  AuthenticationResult?: AuthenticationResultType | undefined;
}): Tokens {
  const { AccessToken = "", IdToken = "", RefreshToken = "" } = AuthenticationResult ?? {};
  return { AccessToken, IdToken, RefreshToken };
}
