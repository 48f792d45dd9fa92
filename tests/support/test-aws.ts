import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { startAws } from "../../local/aws/start-aws.ts";
import { startDns } from "../../local/dns/dns-server.ts";
import { Zone } from "../../local/dns/zone.ts";
import { POOL } from "./tokens.ts";

export const VAULT_KEY = "11111111-2222-4333-8444-555555555555";

export type Code = { to: string; code: string; purpose: string };

/** The AWS side of one machine, in memory, with a user pool and a key, and the official clients that talk to it. */
export async function startTestAws() {
  const codes: Code[] = [];
  const zone = new Zone(undefined);
  const dns = await startDns(zone);
  const aws = await startAws({
    data: undefined,
    dns: dns.address,
    principals: [],
    onMailSent: () => {},
    onCode: (code) => void codes.push(code),
    onDenied: () => {},
  });
  await aws.createUserPool({
    userPoolId: POOL.USER_POOL_ID,
    clientId: POOL.USER_POOL_CLIENT_ID,
    minimumPasswordLength: 8,
    accessTokenSeconds: 900,
    refreshTokenSeconds: 604_800,
  });
  await aws.createKey(VAULT_KEY);
  const { endpoint, region, admin } = aws;
  const { accessKeyId, secretAccessKey } = admin;
  const config = { endpoint, region, credentials: { accessKeyId, secretAccessKey }, maxAttempts: 1 };
  return {
    codes,
    cognito: new CognitoIdentityProviderClient(config),
    kms: new KMSClient(config),
    s3: new S3Client(config),
    sqs: new SQSClient(config),
    sesv2: new SESv2Client(config),
    /** The records of this machine's DNS, and where it answers. */
    zone,
    dnsAddress: dns.address,
    /** A domain that SES has for reasons of the operators'. */
    verifyIdentity: (domain: string) => aws.verifyIdentity(domain),
    keyArn: `arn:aws:kms:${region}:${aws.accountId}:key/${VAULT_KEY}`,
    /** The pool's public keys, for a verifier. */
    fetchKeys: (async () => Response.json(aws.jwks(POOL.USER_POOL_ID))) satisfies typeof fetch,
    stop: async () => {
      await aws.stop();
      await dns.stop();
    },
  };
}
export type TestAws = Awaited<ReturnType<typeof startTestAws>>;
