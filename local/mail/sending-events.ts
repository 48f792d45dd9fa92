import { randomUUID } from "node:crypto";
import { PublishCommand, type SNSClient } from "@aws-sdk/client-sns";
import * as z from "zod";
import { domainOf } from "../../shared/mail/address.ts";
import { ACCOUNT } from "../aws/account.ts";
import type { SentMail } from "../aws/aws.ts";
import { arn } from "../template/names.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";
import { readHeaders, truncateHeaders } from "./headers.ts";
import { commonHeaders } from "./inbound-mail.ts";

/** Where the events of a configuration set are published. */
export type EventDestination = { configurationSet: string; topicArn: string; types: string[] };

const properties = z.object({
  ConfigurationSetName: z.string(),
  EventDestination: z.object({
    Enabled: z.boolean().default(false),
    MatchingEventTypes: z.array(z.string()),
    SnsDestination: z.object({ TopicARN: z.string() }).optional(),
  }),
});

export function eventDestinations(template: Template, resolver: Resolver): EventDestination[] {
  return resourcesOf(template, "AWS::SES::ConfigurationSetEventDestination").flatMap(([id]) => {
    const { ConfigurationSetName, EventDestination } = resolver.read(id, properties);
    const { Enabled, MatchingEventTypes, SnsDestination } = EventDestination;
    if (!Enabled || !SnsDestination) return [];
    const types = MatchingEventTypes.map((type) => type.toLowerCase());
    return [{ configurationSet: ConfigurationSetName, topicArn: SnsDestination.TopicARN, types }];
  });
}

/** Publishes a mail's events. On this machine each mail is sent and then delivered. */
export async function publishEvents(mail: SentMail, destinations: EventDestination[], sns: SNSClient): Promise<void> {
  for (const { configurationSet, topicArn, types } of destinations) {
    if (configurationSet !== mail.configuration_set) continue;
    for (const event of [sendEvent(mail), deliveryEvent(mail)]) {
      if (!types.includes(event.eventType.toLowerCase())) continue;
      const Subject = "Amazon SES Email Event Notification";
      await sns.send(new PublishCommand({ TopicArn: topicArn, Subject, Message: JSON.stringify(event) }));
    }
  }
}

// Both event formats: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-examples.html
function sendEvent(mail: SentMail) {
  return { eventType: "Send", mail: mailObject(mail), send: {} };
}

function deliveryEvent(mail: SentMail) {
  return {
    eventType: "Delivery",
    mail: mailObject(mail),
    delivery: {
      timestamp: new Date().toISOString(),
      processingTimeMillis: Math.max(0, Date.now() - Date.parse(mail.sent_at)),
      recipients: mail.to,
      smtpResponse: `250 ok ${randomUUID()}`,
      reportingMTA: "a8-1.smtp-out.amazonses.com",
    },
  };
}

function mailObject(mail: SentMail): object {
  const headers = readHeaders(Buffer.from(mail.raw).toString("latin1"));
  const tags = Object.entries(mail.tags).map(([name, value]) => [name, [value]]);
  return {
    timestamp: mail.sent_at,
    source: mail.from,
    sourceArn: arn("ses", `identity/${domainOf(mail.from)}`),
    sendingAccountId: ACCOUNT,
    messageId: mail.ses_message_id,
    destination: mail.to,
    ...truncateHeaders(headers),
    commonHeaders: commonHeaders(headers),
    tags: { "ses:configuration-set": [mail.configuration_set ?? ""], ...Object.fromEntries(tags) },
  };
}
