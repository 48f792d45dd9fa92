import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { DeploymentError } from "../../infra/deployment-error.ts";
import { givenSettings } from "../../infra/given-settings.ts";

const KNOWN = ["mailDomain", "cognitoMail", "batchSize"];
let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "settings-"));
  mkdirSync(join(root, "infra/settings"), { recursive: true });
  write("default", '{ "mailDomain": "agents.example.com", "batchSize": 4 }');
  write("test", '{ "mailDomain": "test.example.com" }');
  write("typo", '{ "maildomain": "agents.example.com" }');
  write("broken", '{ "mailDomain": ');
  write("list", "[]");
});
afterAll(() => rmSync(root, { recursive: true }));

const write = (stage: string, text: string) => writeFileSync(join(root, `infra/settings/${stage}.json`), text);
const given = (context: Record<string, unknown> = {}) => givenSettings(new App({ context }).node, KNOWN, root);

test("a setting in a file applies to every deployment, and the command line overrides it", () => {
  expect(given().values).toEqual({ mailDomain: "agents.example.com", batchSize: 4 });
  expect(given({ batchSize: "7", cognitoMail: "cognito" }).values).toEqual({
    mailDomain: "agents.example.com",
    batchSize: "7",
    cognitoMail: "cognito",
  });
});

test("each stage has its own file and stack, and no other stage's names begin like the default stage's", () => {
  expect(given()).toMatchObject({ file: "infra/settings/default.json", stackName: "Latchkey" });
  expect(given({ stage: "test" })).toMatchObject({
    file: "infra/settings/test.json",
    stackName: "test-Latchkey",
    values: { mailDomain: "test.example.com" },
  });
  expect(given({ stage: "not-yet" }).values).toEqual({});
});

test.each([
  [
    { cognitomail: "cognito" },
    "There is no setting cognitomail, given with -c or in cdk.json. Did you mean cognitoMail?",
  ],
  [{ stage: "typo" }, "There is no setting maildomain, in infra/settings/typo.json. Did you mean mailDomain?"],
  [{ stage: "broken" }, "infra/settings/broken.json must contain one JSON object of settings."],
  [{ stage: "list" }, "infra/settings/list.json must contain one JSON object of settings."],
  [{ stage: "../default" }, 'The stage is "../default"; it takes a name of a-z, 0-9 and hyphens: -c stage=test.'],
  [{ stage: "Test" }, 'The stage is "Test"; it takes a name of a-z, 0-9 and hyphens: -c stage=test.'],
])("%j is refused in one sentence", (context, sentence) => {
  expect(() => given(context)).toThrow(new DeploymentError(sentence));
});

test("CDK's own context is not a setting", () => {
  const own = { "@aws-cdk/core:target": 1, "availability-zones:account=1:region=x": [], "aws:cdk:path": "a" };
  expect(given(own).values).toEqual(given().values);
});
