import { CustomResource, Duration } from "aws-cdk-lib";
import { type IReceiptRuleSet, type ReceiptRule, ReceiptRuleSet } from "aws-cdk-lib/aws-ses";
import type { Construct } from "constructs";
import type { Env } from "../functions/rule-set-activation/env.ts";
import { LatchkeyFunction } from "./function.ts";
import { acknowledgeWildcard } from "./nag.ts";

/** The receipt rule set that contains our rule: a new one, or the existing one of the given name. */
export function ruleSetOf(scope: Construct, name: string): IReceiptRuleSet {
  return name === "create"
    ? new ReceiptRuleSet(scope, "RuleSet")
    : ReceiptRuleSet.fromReceiptRuleSetName(scope, "RuleSet", name);
}

/**
 * Activates the rule set. If SES already uses another one, the deployment fails and says so. CloudFormation cannot
 * activate a rule set itself. Deleting the stack deactivates it first, because SES does not delete an active one.
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
