import { RemovalPolicy } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Context that `npm run deploy` and `npm run adopt` set; the colon keeps it apart from settings. */
export const PHASE = "latchkey:phase";

/**
 * `first`: there is no stack yet, so what is made holds nothing. `adopt`: the template is only for taking up what a
 * destroyed stack has left.
 */
export type Phase = "first" | "adopt" | undefined;

export function phaseOf(scope: Construct): Phase {
  const phase: unknown = scope.node.tryGetContext(PHASE);
  return phase === "first" || phase === "adopt" ? phase : undefined;
}

/**
 * What outlives the stack. A first deployment that fails takes it away again (RetainExceptOnCreate), which a protection
 * against deletion would forbid; so that is turned on by the deployment after it.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export function kept(scope: Construct): { removalPolicy: RemovalPolicy; deletionProtection: boolean } {
  const phase = phaseOf(scope);
  return {
    // What is adopted was not made by the deployment, so nothing may take it away.
    removalPolicy: phase === "adopt" ? RemovalPolicy.RETAIN : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    deletionProtection: phase !== "first",
  };
}
