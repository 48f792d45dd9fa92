import { randomUUID } from "node:crypto";
import * as z from "zod";
import { AwsError } from "../wire/aws-error.ts";
import { now, type Pool, type Session, type User } from "./pool.ts";
import { openToken, signToken } from "./sign-token.ts";

function issuerOf(pool: Pool, region: string): string {
  return `https://cognito-idp.${region}.amazonaws.com/${pool.id}`;
}

/** An access and an ID token with the claims that Cognito gives them after a sign-in with a password. */
export function issueTokens(pool: Pool, user: User, session: Session, region: string) {
  const { clientId, accessTokenSeconds } = pool.settings;
  const { sub } = user;
  const { origin_jti, auth_time } = session;
  const iat = now();
  const iss = issuerOf(pool, region);
  const shared = { sub, iss, origin_jti, event_id: randomUUID(), auth_time, exp: iat + accessTokenSeconds, iat };
  const access = {
    ...shared,
    client_id: clientId,
    token_use: "access",
    scope: "aws.cognito.signin.user.admin",
    jti: randomUUID(),
    username: sub,
  };
  const { email_verified, ...attributes } = user.attributes;
  const id = {
    ...shared,
    ...attributes,
    email_verified: email_verified === "true",
    "cognito:username": sub,
    aud: clientId,
    token_use: "id",
    jti: randomUUID(),
  };
  return {
    AccessToken: signToken(pool.key, access),
    IdToken: signToken(pool.key, id),
    ExpiresIn: accessTokenSeconds,
    TokenType: "Bearer",
  };
}

const accessClaims = z.object({
  iss: z.string(),
  sub: z.string(),
  origin_jti: z.string(),
  exp: z.number(),
  token_use: z.literal("access"),
});

export type SignedIn = { pool: Pool; user: User; session: Session };

/** Whose access token this is. @throws AwsError NotAuthorizedException, also for a session that was revoked */
export function readAccessToken(pools: Pool[], token: string): SignedIn {
  for (const pool of pools) {
    const claims = accessClaims.safeParse(openToken(pool.key, token)).data;
    if (!claims?.iss.endsWith(`/${pool.id}`)) continue;
    if (claims.exp <= now()) throw new AwsError("NotAuthorizedException", "Access Token has expired");
    const user = pool.users.find(({ sub }) => sub === claims.sub);
    if (!user) throw new AwsError("UserNotFoundException", "User does not exist.");
    const session = pool.sessions.find(({ origin_jti }) => origin_jti === claims.origin_jti);
    if (!session) throw new AwsError("NotAuthorizedException", "Access Token has been revoked");
    return { pool, user, session };
  }
  throw new AwsError("NotAuthorizedException", "Invalid Access Token");
}
