import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMSClient } from "@aws-sdk/client-kms";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import { SESClient } from "@aws-sdk/client-ses";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { SQSClient } from "@aws-sdk/client-sqs";
import { expect, test } from "vitest";
import { PLAIN } from "../../../infra/lean-bundles.ts";
import { plainEndpoint } from "../../../infra/stands/plain-endpoint.ts";

const CLIENTS = {
  dynamodb: new DynamoDBClient({}).config,
  sqs: new SQSClient({}).config,
  kms: new KMSClient({}).config,
  ses: new SESClient({}).config,
  sesv2: new SESv2Client({}).config,
  "cognito-identity-provider": new CognitoIdentityProviderClient({}).config,
  "secrets-manager": new SecretsManagerClient({}).config,
};
const REGIONS = [
  "us-east-1",
  "us-west-2",
  "eu-west-1",
  "eu-central-1",
  "ap-southeast-2",
  "us-gov-west-1",
  "cn-north-1",
];

test("this test covers every client with a plain endpoint", () => {
  expect(Object.keys(CLIENTS)).toEqual(Object.keys(PLAIN));
});

test.each(Object.entries(CLIENTS))(
  "%s has the endpoint that the SDK itself resolves",
  (client, { endpointProvider }) => {
    const plain = plainEndpoint(PLAIN[client] ?? "");
    for (const Region of REGIONS) {
      const wanted = endpointProvider({ Region, UseFIPS: false, UseDualStack: false });
      expect(plain({ Region }).url.href, Region).toBe(wanted.url.href);
      expect(wanted.properties ?? {}, Region).toEqual({});
    }
    const given = { Region: "eu-west-1", Endpoint: "http://127.0.0.1:4000" };
    expect(plain(given).url.href).toBe(endpointProvider(given).url.href);
  },
);

test("an endpoint that is not built in causes an error", () => {
  expect(() => plainEndpoint("kms")({ Region: "us-east-1", UseFIPS: true })).toThrow("FIPS");
});
