import { randomBytes } from "node:crypto";
import { ACCOUNT, REGION } from "./account.ts";
import { makeAuthenticate } from "./authorizer.ts";
import type { Aws, AwsOptions, Principal } from "./aws.ts";
import { makeCognito } from "./cognito/cognito.ts";
import { openPoolStore } from "./cognito/pool-store.ts";
import { publicJwk } from "./cognito/sign-token.ts";
import { startDynamoDb } from "./dynamodb/dynamodb.ts";
import { startFauxqs } from "./fauxqs/fauxqs.ts";
import { makeS3 } from "./fauxqs/s3.ts";
import { makeSns } from "./fauxqs/sns.ts";
import { makeSqs } from "./fauxqs/sqs.ts";
import { startFront } from "./front.ts";
import { openKeyStore } from "./kms/key-store.ts";
import { makeKms } from "./kms/kms.ts";
import { openSecretStore } from "./secrets-manager/secret-store.ts";
import { makeSecretsManager } from "./secrets-manager/secrets-manager.ts";
import { sesAccount } from "./ses/account.ts";
import { Identities } from "./ses/identities.ts";
import { makeSes, type Senders } from "./ses/ses.ts";

/**
 * The AWS side of one machine, on one address of 127.0.0.1.
 * @throws Error naming the file and the remedy when stored state cannot be read
 */
export async function startAws({
  data,
  dns,
  principals,
  onMailSent,
  onCode,
  onDenied,
  onCall,
}: AwsOptions): Promise<Aws> {
  await using started = new AsyncDisposableStack();
  // This starts first, because only it locks its files, which protects the whole folder against a second start.
  const dynamo = await startDynamoDb(data, arnPrefix("dynamodb"));
  started.defer(dynamo.stop);
  const keys = openKeyStore(data);
  const secrets = openSecretStore(data, keys, arnPrefix("secretsmanager"));
  const pools = openPoolStore(data);
  const fauxqs = startFauxqs(data);
  started.defer(fauxqs.stop);

  const admin = makeAdmin();
  const identities = new Identities(data, dns);
  const senders: Senders = { identities, configurationSets: new Set(), account: sesAccount.parse({}) };
  const place = { region: REGION, accountId: ACCOUNT, endpoint: () => front.endpoint };
  const services = {
    dynamodb: dynamo.service,
    sqs: makeSqs(fauxqs, place),
    sns: makeSns(fauxqs, arnPrefix("sns")),
    s3: makeS3(fauxqs),
    kms: makeKms(keys, arnPrefix("kms")),
    secretsmanager: makeSecretsManager(secrets, arnPrefix("secretsmanager")),
    ses: makeSes(senders, REGION, arnPrefix("ses"), onMailSent),
    "cognito-idp": makeCognito({ pools, region: REGION, onCode }, arnPrefix("cognito-idp")),
  };
  const authenticate = makeAuthenticate([admin, ...principals], ACCOUNT, onDenied);
  const front = await startFront({ services, authenticate, onCall });
  started.defer(front.stop);

  const running = started.move();
  return {
    endpoint: front.endpoint,
    answer: front.answer,
    region: REGION,
    accountId: ACCOUNT,
    admin,
    createKey: async (keyId) => keys.create(keyId),
    putSecret: (name, value) => void secrets.put(name, value),
    createUserPool: (settings) => pools.open(settings),
    verifyIdentity: (domain) => identities.addVerified(domain),
    changeSesAccount: (account) => {
      senders.account = account;
    },
    createConfigurationSet: (name) => void senders.configurationSets.add(name),
    jwks: (userPoolId) => ({ keys: [publicJwk(pools.byId(userPoolId).key)] }),
    stop: () => running.disposeAsync(),
  };
}

function arnPrefix(service: string): string {
  return `arn:aws:${service}:${REGION}:${ACCOUNT}`;
}

/** Its secret is new at each start and never leaves this process. */
function makeAdmin(): Principal {
  const everything = { Effect: "Allow" as const, Action: ["*"], Resource: ["*"] };
  const secretAccessKey = randomBytes(30).toString("base64");
  return { name: "admin", accessKeyId: "AKIALATCHKEYADMIN000", secretAccessKey, statements: [everything] };
}
