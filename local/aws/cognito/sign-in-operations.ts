import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";
import { type Operation, operation } from "./operation.ts";
import { isPassword } from "./passwords.ts";
import { revoke, rotate, startSession } from "./sessions.ts";
import { issueTokens } from "./tokens.ts";
import { attributesOf, findUser } from "./users.ts";

const initiateInput = z.object({
  UserPoolId: z.string(),
  ClientId: z.string(),
  AuthFlow: z.string(),
  AuthParameters: z.record(z.string(), z.string()).default({}),
});

/** Signs in by password. An unknown user gets the same answer as a wrong password (PreventUserExistenceErrors). */
const adminInitiateAuth = operation(initiateInput, async ({ pools, region }, input) => {
  const pool = pools.byId(input.UserPoolId);
  if (pools.byClient(input.ClientId) !== pool) {
    throw new AwsError("ResourceNotFoundException", `User pool client ${input.ClientId} does not exist.`);
  }
  if (input.AuthFlow !== "ADMIN_USER_PASSWORD_AUTH" && input.AuthFlow !== "ADMIN_NO_SRP_AUTH") {
    throw new AwsError("InvalidParameterException", `${input.AuthFlow} flow not enabled for this client`);
  }
  const { USERNAME = "", PASSWORD = "" } = input.AuthParameters;
  const user = findUser(pool, USERNAME);
  if (!(await isPassword(PASSWORD, user?.password)) || !user) {
    throw new AwsError("NotAuthorizedException", "Incorrect username or password.");
  }
  if (user.status === "FORCE_CHANGE_PASSWORD") {
    const attributes = Object.fromEntries(attributesOf(user).map(({ Name, Value }) => [Name, Value]));
    const parameters = {
      USER_ID_FOR_SRP: user.sub,
      requiredAttributes: "[]",
      userAttributes: JSON.stringify(attributes),
    };
    return { ChallengeName: "NEW_PASSWORD_REQUIRED", Session: randomUUID(), ChallengeParameters: parameters };
  }
  const { session, refreshToken } = startSession(pool, user);
  pools.save();
  const tokens = issueTokens(pool, user, session, region);
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken: refreshToken } };
});

const refreshInput = z.object({ ClientId: z.string(), RefreshToken: z.string() });

const getTokensFromRefreshToken = operation(refreshInput, async ({ pools, region }, input) => {
  const pool = pools.byClient(input.ClientId);
  const { session, refreshToken } = rotate(pool, input.RefreshToken);
  pools.save();
  const user = pool.users.find(({ sub }) => sub === session.sub);
  if (!user) throw new AwsError("NotAuthorizedException", "Invalid Refresh Token");
  return { AuthenticationResult: { ...issueTokens(pool, user, session, region), RefreshToken: refreshToken } };
});

const revokeInput = z.object({ ClientId: z.string(), Token: z.string() });

const revokeToken = operation(revokeInput, async ({ pools }, input) => {
  // An access token has three parts; only refresh tokens can be revoked.
  if (input.Token.split(".").length === 3) {
    throw new AwsError("UnsupportedTokenTypeException", "Only refresh tokens can be revoked.");
  }
  revoke(pools.byClient(input.ClientId), input.Token);
  pools.save();
  return {};
});

export const signInOperations: Record<string, Operation> = {
  AdminInitiateAuth: adminInitiateAuth,
  GetTokensFromRefreshToken: getTokensFromRefreshToken,
  RevokeToken: revokeToken,
};
