import { RemovalPolicy } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Context that `npm run deploy` and `npm run adopt` set; the colon keeps it apart from settings. */
export const PHASE = "latchkey:phase";

/**
 * `first`: there is no stack yet, so its resources hold no data. `adopt`: the template only adopts the resources that a
 * destroyed stack left.
 */
export type Phase = "first" | "adopt" | undefined;

export function phaseOf(scope: Construct): Phase {
  const phase: unknown = scope.node.tryGetContext(PHASE);
  return phase === "first" || phase === "adopt" ? phase : undefined;
}

/**
 * Resources that outlive the stack. A failed first deployment removes them (RetainExceptOnCreate). Deletion protection
 * would forbid that, so the next deployment turns it on.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html
 */
export function kept(scope: Construct): { removalPolicy: RemovalPolicy; deletionProtection: boolean } {
  const phase = phaseOf(scope);
  return {
    // The deployment did not create an adopted resource, so it must not delete it.
    removalPolicy: phase === "adopt" ? RemovalPolicy.RETAIN : RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    deletionProtection: phase !== "first",
  };
}
