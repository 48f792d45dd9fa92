import { Annotations, CfnResource, CfnRule, Fn, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";

/**
 * Stands in for a stack whose mail domain is not set. `cdk bootstrap` and `cdk destroy` also run the app, and need no
 * setting. `cdk deploy` and `cdk diff` fail with `message`. If the CLI is told to ignore that, CloudFormation refuses
 * the template by its rule and leaves an existing stack unchanged.
 */
export class UnsetStack extends Stack {
  constructor(scope: Construct, id: string, message: string) {
    super(scope, id);
    Annotations.of(this).addError(message);
    new CfnRule(this, "Unset", {
      assertions: [{ assert: Fn.conditionEquals("mailDomain", "set"), assertDescription: message }],
    });
    // A stack without any resource would be deleted by `cdk deploy`.
    new CfnResource(this, "Nothing", { type: "AWS::CloudFormation::WaitConditionHandle" });
  }
}
