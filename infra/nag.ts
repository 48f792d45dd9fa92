import { CfnResource, Stack, Validations } from "aws-cdk-lib";
import type { Construct } from "constructs";

/** Records why a cdk-nag rule does not apply to one construct. */
export function acknowledge(construct: Construct, rule: string, reason: string): void {
  Validations.of(construct).acknowledge({ id: rule, reason });
}

/**
 * Records why a role may name `resource` with a wildcard in it. cdk-nag writes the finding with `<LogicalId.Arn>`
 * in place of a resource's ARN.
 */
export function acknowledgeWildcard(construct: Construct, resource: string, reason: string): void {
  acknowledge(construct, `AwsSolutions-IAM5[Resource::${resource}]`, reason);
}

/** An ARN as cdk-nag writes it in a finding. */
export function nagArn(construct: Construct): string {
  const resource = construct.node.defaultChild;
  if (!(resource instanceof CfnResource)) throw new Error(`${construct.node.path} is not a resource of the template`);
  return `<${Stack.of(construct).getLogicalId(resource)}.Arn>`;
}
