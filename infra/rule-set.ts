import { CustomResource, Duration } from "aws-cdk-lib";
import { type IReceiptRuleSet, type ReceiptRule, ReceiptRuleSet } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Env } from "../functions/rule-set-activation/env.ts";
import { LatchkeyFunction } from "./function.ts";
import { acknowledgeWildcard } from "./nag.ts";

/** The account's receipt rule set that our rule goes into: a new one, or the one of the given name. */
export function ruleSetOf(scope: Construct, name: string): IReceiptRuleSet {
  return name === "create"
    ? new ReceiptRuleSet(scope, "RuleSet")
    : ReceiptRuleSet.fromReceiptRuleSetName(scope, "RuleSet", name);
}

/**
 * Makes the rule set the one that SES uses, unless it uses another one already: then the deployment fails and says so.
 * CloudFormation cannot do that itself. Deleting the stack deactivates the rule set, because SES deletes no active one.
 */
export function activate(scope: Construct, ruleSet: IReceiptRuleSet, rule: ReceiptRule): LatchkeyFunction {
  const activation = new LatchkeyFunction(scope, "RuleSetActivation", {
    name: "rule-set-activation",
    seconds: 60,
    megabytes: 256,
    environment: { RULE_SET: ruleSet.receiptRuleSetName } satisfies Env,
  });
  activation.allow("*", "ses:DescribeActiveReceiptRuleSet", "ses:SetActiveReceiptRuleSet");
  acknowledgeWildcard(activation, "*", "SES has no ARN to name for either: both act on the whole account.");
  const active = new CustomResource(scope, "ActiveRuleSet", {
    serviceToken: activation.lambda.functionArn,
    resourceType: "Custom::LatchkeyRuleSet",
    properties: { RuleSet: ruleSet.receiptRuleSetName },
    serviceTimeout: Duration.minutes(5),
  });
  // It is created after its rights and deleted before the rule set, which must be inactive by then.
  active.node.addDependency(activation, rule);
  return activation;
}
