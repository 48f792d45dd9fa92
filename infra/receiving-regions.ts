import { Aws, CfnRule, Fn } from "aws-cdk-lib";
import type { Construct } from "constructs";

/**
 * The regions where SES receives mail. In any other region the MX record of the stack would lead nowhere.
 * Source: the table of e-mail receiving endpoints in https://docs.aws.amazon.com/general/latest/gr/ses.html, as copied in
 * 2026, and two regions (ap-south-1, eu-north-1) that others receive in. Last looked at: 2026-11-25.
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
 * Has CloudFormation refuse the deployment, before anything is made, in a region that is not on the list. The template is the
 * same for every region, so nothing can be said earlier; AWS adds regions, so a setting lets them pass.
 */
export function onlyWhereMailIsReceived(scope: Construct): CfnRule {
  const rule = new CfnRule(scope, "ReceivingRegion", {
    assertions: [
      {
        assert: Fn.conditionContains(RECEIVING_REGIONS, Aws.REGION),
        assertDescription: `Amazon SES is not known to receive mail in this region, only in ${RECEIVING_REGIONS.join(", ")}. If https://docs.aws.amazon.com/general/latest/gr/ses.html lists it among the receiving endpoints by now, deploy with -c anyRegion=true.`,
      },
    ],
  });
  // CloudFormation names the rule in its refusal.
  rule.overrideLogicalId("SesReceivesMailHere");
  return rule;
}
