import { bundleFunctions } from "../bundles.ts";
import { buildWeb } from "../web-build.ts";

/** So that code which does not compile ends a deployment before it has begun. @throws DeploymentError */
export async function makeBundles(): Promise<void> {
  await Promise.all([bundleFunctions(), buildWeb()]);
}
