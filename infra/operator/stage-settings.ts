import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import * as z from "zod";
import { DeploymentError } from "../deployment-error.ts";
import { givenSettings } from "../given-settings.ts";
import { readSettings, type Settings, TAKES } from "../settings.ts";

/** What `cdk deploy` would read for a stage, read before it starts. */
export type StageSettings = {
  stage: string;
  stackName: string;
  /** Where a setting is changed. */
  file: string;
  settings: Settings;
  /** Whether the team itself chose who mails Cognito's codes. */
  choosesCognitoMail: boolean;
};

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/**
 * @param given settings of the command line, over those of the stage's file
 * @param root the folder that `infra/settings` and `cdk.json` are in
 * @throws DeploymentError with a line for each setting at fault
 */
export function stageSettings(stage: string, given: Record<string, string> = {}, root = "."): StageSettings {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(`${root}/cdk.json`, "utf8")));
  const app = new App({ context: { ...context, ...given, stage } });
  const read = givenSettings(app.node, Object.keys(TAKES), root);
  const choosesCognitoMail = read.values["cognitoMail"] !== undefined;
  return { stage, stackName: read.stackName, file: read.file, settings: readSettings(read), choosesCognitoMail };
}

/** As many of `-c name=value` as were given. @throws DeploymentError for one without an equals sign */
export function givenByHand(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 1)
        throw new DeploymentError(`-c takes a setting and its value, such as -c batchSize=5, and not ${pair}.`);
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
