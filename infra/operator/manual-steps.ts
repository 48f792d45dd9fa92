import { GetEmailIdentityCommand } from "@aws-sdk/client-sesv2";
import { ListSubscriptionsByTopicCommand } from "@aws-sdk/client-sns";
import { checkConcurrency } from "../deploy/account-checks.ts";
import { checkSending, identityState } from "../deploy/mail-checks.ts";
import type { DnsRecord } from "../dns-records.ts";
import { mailRecords } from "../mail-records.ts";
import type { AwsClients } from "./clients.ts";
import type { DeployedStack } from "./deployed-stack.ts";
import { checkRecord, checkWebName, type Dns } from "./dns-checks.ts";
import { type Finding, look, ok, stop, todo } from "./finding.ts";
import type { StageSettings } from "./stage-settings.ts";

export type Place = { aws: AwsClients; dns: Dns; region: string };

/** The steps that no deployment can do, in the order in which a person does them. */
export async function findManualSteps(stack: DeployedStack, stage: StageSettings, place: Place): Promise<Finding[]> {
  const { aws, dns } = place;
  const { settings, file } = stage;
  const groups = [
    look("The records in DNS", () => checkDns(stage, place)),
    look("The domain at SES", () => checkDomain(stage, aws)),
    look("SES's account", () => checkSending(aws.sesv2, settings, file)),
    look("The alarms' topic", () => checkAlarmMail(stack, stage, aws)),
    look("Lambda's limits", async () => [await checkConcurrency(aws.lambda, settings, file)]),
    look("The web app's name", async () => {
      const record = webRecord(stack);
      return record === undefined ? [] : [await checkWebName(dns, record)];
    }),
  ];
  return (await Promise.all(groups)).flat();
}

async function checkDns(stage: StageSettings, { aws, dns, region }: Place): Promise<Finding[]> {
  const { mailDomain } = stage.settings;
  const [mx, ...others] = mailRecords(mailDomain, region);
  const { DkimAttributes } = await aws.sesv2.send(new GetEmailIdentityCommand({ EmailIdentity: mailDomain }));
  const zone = DkimAttributes?.SigningHostedZone ?? "dkim.amazonses.com";
  const dkim = (DkimAttributes?.Tokens ?? []).map(
    (token): DnsRecord => ({
      id: "Dkim",
      type: "CNAME",
      name: `${token}._domainkey.${mailDomain}`,
      value: `${token}.${zone}`,
    }),
  );
  const records = [...(mx ? [mx] : []), ...dkim, ...others];
  return Promise.all(records.map((record) => checkRecord(dns, record)));
}

async function checkDomain({ settings, stage }: StageSettings, { sesv2 }: AwsClients): Promise<Finding[]> {
  const { mailDomain } = settings;
  if ((await identityState(sesv2, mailDomain)) === "absent") {
    return [stop(`SES does not know ${mailDomain} in this account and Region: it has been deleted. Deploy again.`)];
  }
  const found = await sesv2.send(new GetEmailIdentityCommand({ EmailIdentity: mailDomain }));
  const again = stage === "default" ? "npm run deploy" : `npm run deploy -- --stage ${stage}`;
  if (!found.VerifiedForSendingStatus) {
    return [
      todo(
        `SES has not verified ${mailDomain} yet; it checks by itself once the DKIM records are set. Then run ${again} again, so that codes come from your domain.`,
      ),
    ];
  }
  const { MailFromDomainStatus, MailFromDomain } = found.MailFromAttributes ?? {};
  if (MailFromDomainStatus !== "SUCCESS") {
    return [
      todo(
        `SES does not use ${MailFromDomain} as the envelope sender yet (${MailFromDomainStatus}): its MX and TXT records are missing or wrong.`,
      ),
    ];
  }
  return [ok(`SES has verified ${mailDomain} and its DKIM and MAIL FROM`)];
}

async function checkAlarmMail(
  stack: DeployedStack,
  { settings, file }: StageSettings,
  { sns }: AwsClients,
): Promise<Finding[]> {
  if (settings.alarmAddress === undefined) {
    return [todo(`No alarm is mailed to anybody: set alarmAddress in ${file} and deploy again.`)];
  }
  const topic = stack.resources.find(
    ({ ResourceType, LogicalResourceId = "" }) =>
      ResourceType === "AWS::SNS::Topic" && LogicalResourceId.startsWith("AlarmsTopic"),
  );
  const { Subscriptions = [] } = await sns.send(
    new ListSubscriptionsByTopicCommand({ TopicArn: topic?.PhysicalResourceId }),
  );
  // A subscription gets its ARN when the address has confirmed it.
  const isConfirmed = Subscriptions.some(
    ({ Endpoint, SubscriptionArn = "" }) => Endpoint === settings.alarmAddress && SubscriptionArn.startsWith("arn:"),
  );
  if (isConfirmed) return [ok(`Alarms reach ${settings.alarmAddress}`)];
  return [
    todo(
      `Confirm the mail "AWS Notification - Subscription Confirmation" at ${settings.alarmAddress}; until then no alarm is mailed.`,
    ),
  ];
}

/** The DNS record of the web app's own domain, if the stack could not set it itself. */
function webRecord(stack: DeployedStack): DnsRecord | undefined {
  const [name, , value] = stack.outputs.get("DnsRecordWeb")?.value.split(" ") ?? [];
  if (name === undefined || value === undefined) return undefined;
  return { id: "Web", type: "CNAME", name, value };
}
