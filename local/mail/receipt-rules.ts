import * as z from "zod";
import { domainOf } from "../../shared/mail/address.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";

/** One SES receipt rule: its recipients, and where it stores the mail and sends the notification. */
export type ReceiptRule = { recipients: string[]; bucket: string; prefix: string; topicArn: string };

const s3Action = z.object({
  BucketName: z.string(),
  ObjectKeyPrefix: z.string().default(""),
  TopicArn: z.string(),
});
const properties = z.object({
  Rule: z.object({
    Enabled: z.boolean().default(false),
    Recipients: z.array(z.string()).default([]),
    Actions: z.array(z.strictObject({ S3Action: s3Action.optional(), StopAction: z.unknown().optional() })),
  }),
});

export function receiptRules(template: Template, resolver: Resolver): ReceiptRule[] {
  return resourcesOf(template, "AWS::SES::ReceiptRule").flatMap(([id]) => {
    const { Enabled, Recipients, Actions } = resolver.read(id, properties).Rule;
    const store = Actions.map(({ S3Action }) => S3Action).find((action) => action !== undefined);
    if (!Enabled || !store) return [];
    const { BucketName, ObjectKeyPrefix, TopicArn } = store;
    return [{ recipients: Recipients, bucket: BucketName, prefix: ObjectKeyPrefix, topicArn: TopicArn }];
  });
}

/**
 * The envelope recipients that a rule matches. A rule names an address, a domain, or the subdomains of one with a
 * leading dot. A rule without names matches everyone.
 * https://docs.aws.amazon.com/ses/latest/dg/receiving-email-receipt-rules-console-walkthrough.html
 */
export function recipientsOf(rule: ReceiptRule, recipients: string[]): string[] {
  if (rule.recipients.length === 0) return recipients;
  return recipients.filter((recipient) => {
    const address = recipient.toLowerCase();
    const domain = domainOf(address);
    return rule.recipients.some((name) => {
      const wanted = name.toLowerCase();
      if (wanted.includes("@")) return address === wanted;
      return wanted.startsWith(".") ? domain.endsWith(wanted) : domain === wanted;
    });
  });
}
