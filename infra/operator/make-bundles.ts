import { bundleFunctions } from "../bundles.ts";
import { buildWeb } from "../web-build.ts";

/**
 * Makes the bundles before anything is deployed, so that a compile error stops the deployment early. @throws
 * DeploymentError
 */
export async function makeBundles(): Promise<void> {
  await Promise.all([bundleFunctions(), buildWeb()]);
}
