import { RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { CfnFunction, Runtime } from "aws-cdk-lib/aws-lambda";
import { type IReceiptRuleSet, ReceiptRuleSet } from "aws-cdk-lib/aws-ses";
import { AwsCustomResource, PhysicalResourceId } from "aws-cdk-lib/custom-resources";
import type { Construct } from "constructs";
import { logGroup } from "./log-group.ts";
import { acknowledgeWildcard } from "./nag.ts";

/** The account's receipt rule set that our rule goes into: a new one, or the one of the given name. */
export function ruleSetOf(scope: Construct, name: string): IReceiptRuleSet {
  if (name !== "create") return ReceiptRuleSet.fromReceiptRuleSetName(scope, "RuleSet", name);
  const ruleSet = new ReceiptRuleSet(scope, "RuleSet");
  // SES deletes no active rule set. Left behind it is empty, so SES refuses all mail; a person deactivates it.
  ruleSet.applyRemovalPolicy(RemovalPolicy.RETAIN);
  return ruleSet;
}

/**
 * Makes the rule set the one that SES uses; an account has one at a time, and CloudFormation cannot choose it.
 * Nothing is undone when the stack goes: by then another rule set may be the active one.
 */
export function activate(scope: Construct, ruleSet: IReceiptRuleSet): AwsCustomResource {
  const role = new Role(scope, "ActivationRole", { assumedBy: new ServicePrincipal("lambda.amazonaws.com") });
  const log = logGroup(scope, "ActivationLog");
  const call = {
    service: "SES",
    action: "setActiveReceiptRuleSet",
    parameters: { RuleSetName: ruleSet.receiptRuleSetName },
    physicalResourceId: PhysicalResourceId.of(ruleSet.receiptRuleSetName),
  };
  role.addToPolicy(
    new PolicyStatement({
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: [log.logGroupArn],
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ["ses:SetActiveReceiptRuleSet"], resources: ["*"] }));
  acknowledgeWildcard(role, "*", "SES has no ARN to name for SetActiveReceiptRuleSet: it acts on the whole account.");

  const activation = new AwsCustomResource(scope, "Activation", {
    onCreate: call,
    onUpdate: call,
    role,
    logGroup: log,
    installLatestAwsSdk: false,
  });
  activation.node.addDependency(role);
  useOurRuntime(scope);
  return activation;
}

// CDK's provider picks its runtime from a table by region; ours is the same in every region.
function useOurRuntime(scope: Construct): void {
  const id = `AWS${AwsCustomResource.PROVIDER_FUNCTION_UUID.replaceAll("-", "")}`;
  const provider = Stack.of(scope).node.findChild(id).node.defaultChild;
  if (!(provider instanceof CfnFunction)) throw new Error("CDK's provider of custom resources has changed its shape");
  provider.runtime = Runtime.NODEJS_24_X.name;
  provider.architectures = ["arm64"];
}
