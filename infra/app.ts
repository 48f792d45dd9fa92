import { App } from "aws-cdk-lib";
import { bundleFunctions } from "./bundles.ts";
import { DeploymentError } from "./deployment-error.ts";
import { readSettings } from "./settings.ts";
import { LatchkeyStack } from "./stack.ts";
import { buildWeb, packWeb } from "./web-build.ts";

const app = new App();
try {
  const settings = readSettings(app.node);
  await Promise.all([bundleFunctions(), buildWeb()]);
  await packWeb();
  new LatchkeyStack(app, "Latchkey", settings);
  app.synth();
} catch (error) {
  if (!(error instanceof DeploymentError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
