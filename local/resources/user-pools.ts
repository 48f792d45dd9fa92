import * as z from "zod";
import { resourcesOf } from "../template/template.ts";
import type { Making } from "./making.ts";

const pool = z.object({
  Policies: z.object({ PasswordPolicy: z.object({ MinimumLength: z.number().default(8) }).optional() }).optional(),
});

const client = z.object({
  UserPoolId: z.string(),
  AccessTokenValidity: z.number().default(1),
  RefreshTokenValidity: z.number().default(30),
  RefreshTokenRotation: z.object({ RetryGracePeriodSeconds: z.number().default(0) }).optional(),
  TokenValidityUnits: z.object({ AccessToken: z.string().optional(), RefreshToken: z.string().optional() }).optional(),
});

const SECONDS: Record<string, number> = { seconds: 1, minutes: 60, hours: 3_600, days: 86_400 };

export async function makeUserPools({ template, resolver, aws }: Making): Promise<void> {
  for (const [id] of resourcesOf(template, "AWS::Cognito::UserPoolClient")) {
    const settings = resolver.read(id, client);
    const { UserPoolId, TokenValidityUnits: units } = settings;
    const poolId = resourcesOf(template, "AWS::Cognito::UserPool").find(([one]) => resolver.ref(one) === UserPoolId);
    const { Policies } = poolId ? resolver.read(poolId[0], pool) : { Policies: undefined };
    await aws.createUserPool({
      userPoolId: UserPoolId,
      clientId: resolver.ref(id),
      minimumPasswordLength: Policies?.PasswordPolicy?.MinimumLength ?? 8,
      // Without units, Cognito counts access tokens in hours and refresh tokens in days.
      accessTokenSeconds: settings.AccessTokenValidity * (SECONDS[units?.AccessToken ?? "hours"] ?? 3_600),
      refreshTokenSeconds: settings.RefreshTokenValidity * (SECONDS[units?.RefreshToken ?? "days"] ?? 86_400),
      refreshGraceSeconds: settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0,
    });
  }
}

/** Each pool's public keys, by the address at which Cognito publishes them. */
export function publishedKeys({ template, resolver, aws }: Omit<Making, "admin">): Record<string, { keys: object[] }> {
  const pools = resourcesOf(template, "AWS::Cognito::UserPool").map(([id]): [string, { keys: object[] }] => [
    `${resolver.attribute(id, "ProviderURL")}/.well-known/jwks.json`,
    aws.jwks(resolver.ref(id)),
  ]);
  return Object.fromEntries(pools);
}
