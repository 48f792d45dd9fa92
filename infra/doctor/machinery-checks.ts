import { type CloudWatchClient, DescribeAlarmsCommand, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { DescribeKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { type LambdaClient, paginateListEventSourceMappings } from "@aws-sdk/client-lambda";
import { DescribeActiveReceiptRuleSetCommand, type SESClient } from "@aws-sdk/client-ses";
import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { DeployedStack } from "../operator/deployed-stack.ts";
import { type Finding, ok, stop } from "../operator/finding.ts";

/** Checks that mail for the domain reaches this stack: its rule is enabled, and is in the active receipt rule set. */
export async function checkRule(ses: SESClient, stack: DeployedStack, mailDomain: string): Promise<Finding> {
  const ours = `${stack.name}-inbound`;
  const { Metadata, Rules = [] } = await ses.send(new DescribeActiveReceiptRuleSetCommand({}));
  if (Metadata?.Name === undefined) {
    const set = idsOf(stack, "AWS::SES::ReceiptRuleSet")[0] ?? "NAME";
    return stop(
      `SES uses no receipt rule set, so it refuses all mail. Run: aws ses set-active-receipt-rule-set --rule-set-name ${set}`,
    );
  }
  const at = Rules.findIndex(({ Name }) => Name === ours);
  const rule = Rules[at];
  if (rule === undefined) {
    return stop(
      `SES uses the receipt rule set "${Metadata.Name}", and the rule ${ours} is not in it. Set ruleSet to that name and deploy again.`,
    );
  }
  if (!rule.Enabled) return stop(`SES's receipt rule ${ours} is switched off. Switch it on in the SES console.`);
  if (!rule.Recipients?.includes(mailDomain))
    return stop(`SES's receipt rule ${ours} is not for ${mailDomain}. Deploy again.`);
  const before = Rules.slice(0, at).find(({ Enabled, Actions = [], Recipients = [] }) => {
    const stops = Actions.some(({ StopAction }) => StopAction !== undefined);
    return Enabled && stops && (Recipients.length === 0 || Recipients.includes(mailDomain));
  });
  if (before)
    return stop(
      `SES's receipt rule ${before.Name} stands before ${ours} and ends there: no mail gets to Latchkey. Move ${ours} up.`,
    );
  return ok(`SES's rule ${ours} is on, in the receipt rule set that SES uses`);
}

export async function checkDeadLetters(sqs: SQSClient, stack: DeployedStack): Promise<Finding[]> {
  const queues = stack.resources.filter(
    ({ ResourceType, LogicalResourceId = "" }) =>
      ResourceType === "AWS::SQS::Queue" && LogicalResourceId.includes("DeadLetters"),
  );
  const waiting = await Promise.all(
    queues.map(async ({ PhysicalResourceId: QueueUrl, LogicalResourceId }) => {
      const AttributeNames = ["ApproximateNumberOfMessages" as const];
      const { Attributes } = await sqs.send(new GetQueueAttributesCommand({ QueueUrl, AttributeNames }));
      return { name: LogicalResourceId, count: Number(Attributes?.["ApproximateNumberOfMessages"] ?? 0) };
    }),
  );
  const dead = waiting.filter(({ count }) => count > 0);
  if (dead.length === 0) return [ok(`${queues.length} dead-letter queues are empty`)];
  const redrive = stack.name === "Latchkey" ? "npm run redrive" : `npm run redrive -- --stack ${stack.name}`;
  return dead.map(({ name, count }) =>
    stop(`${count} messages have died in ${name}. Find out why in the function's log; then: ${redrive}`),
  );
}

/** Checks that the queues trigger their functions. A person may have switched a trigger off in an emergency. */
export async function checkFeeding(lambda: LambdaClient, stack: DeployedStack): Promise<Finding[]> {
  const functions = new Set(idsOf(stack, "AWS::Lambda::Function"));
  const off: Finding[] = [];
  let on = 0;
  for await (const { EventSourceMappings = [] } of paginateListEventSourceMappings({ client: lambda }, {})) {
    for (const { FunctionArn, State } of EventSourceMappings) {
      const name = FunctionArn?.split(":")[6] ?? "";
      if (!functions.has(name)) continue;
      if (State === "Enabled") on += 1;
      else off.push(stop(`The queue that feeds ${name} is ${State}. Switch its trigger on in the Lambda console.`));
    }
  }
  const expected = idsOf(stack, "AWS::Lambda::EventSourceMapping").length;
  if (off.length === 0 && on < expected)
    off.push(stop(`${expected - on} of ${expected} queues feed no function. Deploy again.`));
  return off.length > 0 ? off : [ok(`${on} queues feed their functions`)];
}

/** Without the KMS key no mail can be answered. If the key is deleted, every owner's AI key is lost with it. */
export async function checkKey(kms: KMSClient, stack: DeployedStack): Promise<Finding[]> {
  return Promise.all(
    idsOf(stack, "AWS::KMS::Key").map(async (KeyId) => {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }));
      if (KeyMetadata?.KeyState === "Enabled") return ok("The KMS key is enabled");
      const remedy = KeyMetadata?.KeyState === "PendingDeletion" ? "cancel-key-deletion" : "enable-key";
      return stop(
        `The KMS key is ${KeyMetadata?.KeyState}, so no mail is answered. Run at once: aws kms ${remedy} --key-id ${KeyId}`,
      );
    }),
  );
}

/** Checks the stack's own alarms, and whether Lambda throttled calls in the last hour. */
export async function checkAlarms(cloudwatch: CloudWatchClient, stack: DeployedStack): Promise<Finding[]> {
  const { MetricAlarms = [] } = await cloudwatch.send(
    new DescribeAlarmsCommand({ AlarmNamePrefix: `${stack.name}-`, StateValue: "ALARM" }),
  );
  if (MetricAlarms.length === 0) return [ok("No alarm is up")];
  return MetricAlarms.map(({ AlarmName, AlarmDescription }) => stop(`Alarm ${AlarmName}: ${AlarmDescription}`));
}

const HOUR_MS = 3_600_000;

export async function checkThrottles(cloudwatch: CloudWatchClient, now: Date): Promise<Finding> {
  const { Datapoints = [] } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: "AWS/Lambda",
      MetricName: "Throttles",
      StartTime: new Date(now.getTime() - HOUR_MS),
      EndTime: now,
      Period: 3600,
      Statistics: ["Sum"],
    }),
  );
  const sum = Datapoints.reduce((total, { Sum = 0 }) => total + Sum, 0);
  if (sum === 0) return ok("Lambda turned no call away in the last hour");
  return stop(
    `Lambda turned ${sum} calls away in the last hour: the account's concurrent executions are used up. Ask for more under Service Quotas, or lower maxInvocations.`,
  );
}

function idsOf(stack: DeployedStack, type: string): string[] {
  return stack.resources.flatMap(({ ResourceType, PhysicalResourceId }) =>
    ResourceType === type && PhysicalResourceId !== undefined ? [PhysicalResourceId] : [],
  );
}
