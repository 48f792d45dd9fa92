import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  RevokeTokenCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CognitoJwtVerifier } from "aws-jwt-verify";
import { SimpleJwksCache } from "aws-jwt-verify/jwk";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readPools } from "../../../../local/aws/cognito/pool-store.ts";
import { signToken } from "../../../../local/aws/cognito/sign-token.ts";
import { clientsOf, failure, POOL, startTestAws, type TestAws } from "../support.ts";
import { ClientId, makeUser, signIn, tokensOf, UserPoolId } from "./pool.ts";

let data: string;
let one: TestAws;
let cognito: ReturnType<typeof clientsOf>["cognito"];
let sub: string;
beforeAll(async () => {
  data = mkdtempSync(join(tmpdir(), "latchkey-cognito-"));
  await start();
  sub = await makeUser(cognito, "alice@example.com", { name: "Alice" });
});
afterAll(async () => {
  await one.aws.stop();
  rmSync(data, { recursive: true, force: true });
});

async function start(): Promise<void> {
  one = await startTestAws({ data });
  await one.aws.createUserPool(POOL);
  await one.aws.createUserPool({
    ...POOL,
    userPoolId: "us-east-1_Grace0001",
    clientId: "graceful",
    refreshGraceSeconds: 60,
  });
  cognito = clientsOf(one.aws, one.aws.admin).cognito;
}

function verifier(tokenUse: "access" | "id") {
  const fetch = async () => new TextEncoder().encode(JSON.stringify(one.aws.jwks(UserPoolId))).buffer;
  const jwksCache = new SimpleJwksCache({ fetcher: { fetch } });
  return CognitoJwtVerifier.create({ userPoolId: UserPoolId, clientId: ClientId, tokenUse }, { jwksCache });
}

const aliceSignsIn = async () => tokensOf(await signIn(cognito, "alice@example.com"));
const refresh = (RefreshToken: string) =>
  cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
const getUser = (AccessToken: string) => cognito.send(new GetUserCommand({ AccessToken }));

describe("tokens", () => {
  test("the access token is verified by aws-jwt-verify and has the scope of a sign-in", async () => {
    const { AccessToken } = await aliceSignsIn();
    const claims = await verifier("access").verify(AccessToken);
    expect(claims).toMatchObject({ sub, username: sub, client_id: ClientId, scope: "aws.cognito.signin.user.admin" });
    expect(claims.exp - claims.iat).toBe(900);
    await expect(verifier("id").verify(AccessToken)).rejects.toThrow("Token use");
  });

  test("the ID token has the user's attributes and no scope", async () => {
    const { IdToken } = await aliceSignsIn();
    const claims = await verifier("id").verify(IdToken);
    expect(claims).toMatchObject({
      sub,
      aud: ClientId,
      email: "alice@example.com",
      name: "Alice",
      email_verified: false,
    });
    expect(claims).not.toHaveProperty("scope");
    await expect(verifier("access").verify(IdToken)).rejects.toThrow("Token use");
  });

  test("an expired token and a token signed with another key are refused", async () => {
    const [pool] = readPools(data);
    const claims = await verifier("access").verify((await aliceSignsIn()).AccessToken);
    if (!pool) throw new Error("no pool is stored");
    await verifier("access").verify(signToken(pool.key, claims));
    const expired = signToken(pool.key, { ...claims, exp: claims.iat - 1 });
    await expect(verifier("access").verify(expired)).rejects.toThrow("expired");
    expect((await failure(getUser(expired))).message).toContain("expired");
    const [, other] = readPools(data);
    const foreign = signToken({ kid: pool.key.kid, privateKey: other?.key.privateKey ?? "" }, claims);
    await expect(verifier("access").verify(foreign)).rejects.toThrow("Invalid signature");
    expect((await failure(getUser(foreign))).message).toBe("Invalid Access Token");
  });
});

describe("a session", () => {
  test("continues with a new refresh token, and the old one is refused at once", async () => {
    const first = await aliceSignsIn();
    const second = tokensOf(await refresh(first.RefreshToken));
    await verifier("access").verify(second.AccessToken);
    expect((await failure(refresh(first.RefreshToken))).name).toBe("RefreshTokenReuseException");
    await refresh(second.RefreshToken);
  });

  test("accepts the old refresh token within the grace period", async () => {
    const pool = { UserPoolId: "us-east-1_Grace0001", ClientId: "graceful" };
    await makeUser(cognito, "grace@example.com", {}, pool.UserPoolId);
    const { RefreshToken } = tokensOf(await signIn(cognito, "grace@example.com", undefined, pool));
    const again = () => cognito.send(new GetTokensFromRefreshTokenCommand({ ClientId: "graceful", RefreshToken }));
    await again();
    expect(tokensOf(await again()).AccessToken).not.toBe("");
  });

  test("ends with its access tokens when its refresh token is revoked, and other sessions continue", async () => {
    const [ended, other] = [await aliceSignsIn(), await aliceSignsIn()];
    await cognito.send(new RevokeTokenCommand({ ClientId, Token: ended.RefreshToken }));
    expect((await failure(refresh(ended.RefreshToken))).name).toBe("NotAuthorizedException");
    expect((await failure(getUser(ended.AccessToken))).message).toBe("Access Token has been revoked");
    await getUser(other.AccessToken);
    await cognito.send(new RevokeTokenCommand({ ClientId, Token: ended.RefreshToken }));
  });

  test("cannot be ended by an access token as if it were a refresh token", async () => {
    const Token = (await aliceSignsIn()).AccessToken;
    const call = cognito.send(new RevokeTokenCommand({ ClientId, Token }));
    expect((await failure(call)).name).toBe("UnsupportedTokenTypeException");
  });

  test("ends with all of the user's sessions at a global sign-out", async () => {
    const [a, b] = [await aliceSignsIn(), await aliceSignsIn()];
    await cognito.send(new GlobalSignOutCommand({ AccessToken: a.AccessToken }));
    expect((await failure(refresh(b.RefreshToken))).name).toBe("NotAuthorizedException");
  });

  test("survives a restart, with its user, password and key", async () => {
    const { AccessToken, RefreshToken } = await aliceSignsIn();
    const before = one.aws.jwks(UserPoolId);
    await one.aws.stop();
    await start();
    expect(one.aws.jwks(UserPoolId)).toEqual(before);
    await verifier("access").verify(AccessToken);
    expect((await getUser(AccessToken)).Username).toBe(sub);
    await refresh(RefreshToken);
    await aliceSignsIn();
  });
});

test("garbage is refused as a refresh token and as an access token", async () => {
  expect((await failure(refresh("garbage"))).name).toBe("NotAuthorizedException");
  for (const token of ["garbage", "a.b.c", "e30.e30.e30"]) {
    expect((await failure(getUser(token))).name).toBe("NotAuthorizedException");
  }
});
