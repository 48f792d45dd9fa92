import { readFileSync } from "node:fs";
import { App } from "aws-cdk-lib";
import * as z from "zod";
import { DeploymentError } from "../deployment-error.ts";
import { givenSettings } from "../given-settings.ts";
import { readSettings, type Settings, TAKES } from "../settings.ts";

/** The settings that `cdk deploy` would read for a stage, read before it starts. */
export type StageSettings = {
  stage: string;
  stackName: string;
  /** The file in which a setting is changed. */
  file: string;
  settings: Settings;
  /** True if the team chose itself whether Cognito or SES mails the codes. */
  choosesCognitoMail: boolean;
};

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/**
 * @param given settings from the command line, which override those of the stage's file
 * @param root the folder that contains `infra/settings` and `cdk.json`
 * @throws DeploymentError with a line for each invalid setting
 */
export function stageSettings(stage: string, given: Record<string, string> = {}, root = "."): StageSettings {
  const { context } = cdkJson.parse(JSON.parse(readFileSync(`${root}/cdk.json`, "utf8")));
  const app = new App({ context: { ...context, ...given, stage } });
  const read = givenSettings(app.node, Object.keys(TAKES), root);
  const choosesCognitoMail = read.values["cognitoMail"] !== undefined;
  return { stage, stackName: read.stackName, file: read.file, settings: readSettings(read), choosesCognitoMail };
}

/** Parses each `-c name=value`. @throws DeploymentError for one without an equals sign */
export function parseSettingArguments(pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const equals = pair.indexOf("=");
      if (equals < 1)
        throw new DeploymentError(`-c takes a setting and its value, such as -c batchSize=5, and not ${pair}.`);
      return [pair.slice(0, equals), pair.slice(equals + 1)];
    }),
  );
}
