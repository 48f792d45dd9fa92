import { Aws, CfnRule, Fn } from "aws-cdk-lib";
import type { Construct } from "constructs";

/**
 * The Regions where SES receives mail. In any other Region the stack's MX record would lead nowhere.
 * Source: the table of e-mail receiving endpoints in https://docs.aws.amazon.com/general/latest/gr/ses.html, as copied
 * in 2026, and two Regions (ap-south-1, eu-north-1) where others receive mail. Last checked: 2026-11-25.
 */
export const RECEIVING_REGIONS = [
  "us-east-1",
  "us-east-2",
  "us-west-2",
  "ca-central-1",
  "eu-central-1",
  "eu-north-1",
  "eu-west-1",
  "eu-west-2",
  "ap-northeast-1",
  "ap-south-1",
  "ap-southeast-1",
  "ap-southeast-2",
  "ap-southeast-3",
];

/**
 * Makes CloudFormation refuse the deployment, before it creates anything, in a Region that is not on the list. The
 * synthesis cannot check this, because the template is the same for every Region. AWS adds Regions, so a setting turns
 * the rule off.
 */
export function onlyWhereMailIsReceived(scope: Construct): CfnRule {
  const rule = new CfnRule(scope, "ReceivingRegion", {
    assertions: [
      {
        assert: Fn.conditionContains(RECEIVING_REGIONS, Aws.REGION),
        assertDescription: `Amazon SES is not known to receive mail in this region, only in ${RECEIVING_REGIONS.join(", ")}. If https://docs.aws.amazon.com/general/latest/gr/ses.html lists it among the receiving endpoints, deploy with -c anyRegion=true.`,
      },
    ],
  });
  // CloudFormation's error names the rule.
  rule.overrideLogicalId("SesReceivesMailHere");
  return rule;
}
