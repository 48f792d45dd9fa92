import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Principal } from "../../../../local/aws/aws.ts";
import { allow, failure, principal, startTestAws, type TestAws } from "../support.ts";

const PREFIX = "arn:aws:secretsmanager:us-east-1:*:secret:";
const reader = principal("reader", [allow("secretsmanager:GetSecretValue", `${PREFIX}latchkey/platform-??????`)]);

let data: string;
let one: TestAws;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "latchkey-secrets-"));
  one = await startTestAws({ data, principals: [reader] });
});
afterAll(async () => {
  await one.aws.stop();
  await rm(data, { recursive: true, force: true });
});

const as = ({ accessKeyId, secretAccessKey }: Principal) =>
  new SecretsManagerClient({
    endpoint: one.aws.endpoint,
    region: one.aws.region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 1,
  });
const get = (who: Principal, SecretId: string) => as(who).send(new GetSecretValueCommand({ SecretId }));

test("a secret is created, read by its name or ARN, and given a new value", async () => {
  const admin = as(one.aws.admin);
  const made = await admin.send(new CreateSecretCommand({ Name: "latchkey/platform", SecretString: "sk-demo-one" }));
  expect(made.ARN).toMatch(/:secret:latchkey\/platform-[0-9a-f]{6}$/);
  expect(await get(reader, "latchkey/platform")).toMatchObject({ SecretString: "sk-demo-one", ARN: made.ARN });
  await admin.send(new PutSecretValueCommand({ SecretId: made.ARN, SecretString: "sk-demo-two" }));
  expect(await get(reader, made.ARN ?? "")).toMatchObject({ SecretString: "sk-demo-two" });
  const again = admin.send(new CreateSecretCommand({ Name: "latchkey/platform", SecretString: "x" }));
  expect((await failure(again)).name).toBe("ResourceExistsException");
});

test("the right to read one secret does not allow reading another or writing any", async () => {
  one.aws.putSecret("latchkey/other", "sk-demo-other");
  expect((await failure(get(reader, "latchkey/other"))).name).toBe("AccessDeniedException");
  const put = as(reader).send(new PutSecretValueCommand({ SecretId: "latchkey/platform", SecretString: "mine" }));
  expect((await failure(put)).name).toBe("AccessDeniedException");
  expect((await failure(get(one.aws.admin, "latchkey/none"))).name).toBe("ResourceNotFoundException");
});

test("no file contains a secret's value", async () => {
  one.aws.putSecret("latchkey/kept", "sk-demo-in-no-file");
  const files = (await readdir(data, { recursive: true, withFileTypes: true })).filter((file) => file.isFile());
  const texts = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), "latin1")));
  expect(texts.some((text) => text.includes("latchkey/kept"))).toBe(true);
  expect(texts.filter((text) => text.includes("sk-demo-in-no-file"))).toEqual([]);
});
