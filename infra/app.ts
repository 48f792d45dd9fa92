import { App } from "aws-cdk-lib";
import { bundleFunctions } from "./bundles.ts";
import { DeploymentError } from "./deployment-error.ts";
import { givenSettings } from "./given-settings.ts";
import { describeFault, readSettings, TAKES } from "./settings.ts";
import { LatchkeyStack } from "./stack.ts";
import { UnsetStack } from "./unset-stack.ts";
import { buildWeb, packWeb } from "./web-build.ts";

const app = new App();
try {
  const given = givenSettings(app.node, Object.keys(TAKES));
  const { mailDomain } = given.values;
  if (mailDomain === undefined)
    new UnsetStack(app, given.stackName, describeFault("mailDomain", mailDomain, given.file));
  else {
    const settings = readSettings(given);
    await Promise.all([bundleFunctions(), buildWeb()]);
    await packWeb();
    new LatchkeyStack(app, given.stackName, settings);
  }
  app.synth();
} catch (error) {
  if (!(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
