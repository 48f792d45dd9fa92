import { Stack } from "aws-cdk-lib";
import {
  ConfigurationSet,
  ConfigurationSetTlsPolicy,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from "aws-cdk-lib/aws-ses";
import { Topic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";
import { type DnsRecord, publishDnsRecords } from "./dns-records.ts";
import type { LatchkeyFunction } from "./function.ts";
import { bounceDomain, mailRecords } from "./mail-records.ts";
import { acknowledgeWildcard } from "./nag.ts";
import type { Settings } from "./settings.ts";

/** All identities of the account, as cdk-nag writes them. */
const NAG_IDENTITIES = "arn:<AWS::Partition>:ses:<AWS::Region>:<AWS::AccountId>:identity/*";

/** The domain at SES, its DNS records, and SES's events about sent mails. */
export class MailSending extends Construct {
  readonly identity: EmailIdentity;
  readonly configurationSet: ConfigurationSet;
  /** SES's events of our answers: sent, delivered, bounced, complained, rejected. */
  readonly events: Topic;

  private readonly mailDomain: string;

  constructor(scope: Construct, id: string, settings: Settings) {
    super(scope, id);
    const { mailDomain } = settings;
    this.mailDomain = mailDomain;
    this.identity = new EmailIdentity(this, "Identity", {
      identity: Identity.domain(mailDomain),
      mailFromDomain: bounceDomain(mailDomain),
      // Bounces arrive as events. With forwarding they would also arrive as mails at an agent's address.
      feedbackForwarding: false,
    });
    this.configurationSet = new ConfigurationSet(this, "ConfigurationSet", {
      reputationMetrics: true,
      // An answer contains what its correspondent wrote, so it bounces rather than being sent without TLS.
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
    });
    this.events = new Topic(this, "Events", { enforceSSL: true });
    this.configurationSet.addEventDestination("ToTopic", {
      destination: EventDestination.snsTopic(this.events),
      events: [
        EmailSendingEvent.SEND,
        EmailSendingEvent.REJECT,
        EmailSendingEvent.DELIVERY,
        EmailSendingEvent.BOUNCE,
        EmailSendingEvent.COMPLAINT,
      ],
    });
    publishDnsRecords(this, settings.hostedZone, this.dnsRecords(mailDomain));
  }

  /**
   * SES asks for the right on the sender's identity and on the configuration set, and in its sandbox also on each
   * recipient's identity, which nobody can name beforehand. So the right is bound to the address in From instead.
   * https://docs.aws.amazon.com/ses/latest/dg/control-user-access.html
   */
  allowSend(fn: LatchkeyFunction): void {
    const identities = this.arnOf("identity", "*");
    fn.allowWhere({ StringLike: { "ses:FromAddress": `*@${this.mailDomain}` } }, identities, "ses:SendRawEmail");
    acknowledgeWildcard(
      fn,
      NAG_IDENTITIES,
      "Only mails from the agents' own domain, by the condition on ses:FromAddress.",
    );
    fn.allow(this.arnOf("configuration-set", this.configurationSet.configurationSetName), "ses:SendRawEmail");
  }

  /**
   * SES knows no tag of an identity when a mail is sent, so what holds an owner's replies to the owner's domains is our own
   * look-up (shared/domains/may-use.ts). The role is kept from sending for the team's other domains.
   */
  allowSendForOwners(fn: LatchkeyFunction, { reservedDomains }: Settings): void {
    const below = [this.mailDomain, ...reservedDomains].map((domain) => `*@*.${domain}`);
    const never = [...below, ...[...reservedDomains, ...parentsOf(this.mailDomain)].map((domain) => `*@${domain}`)];
    fn.allowWhere({ StringNotLike: { "ses:FromAddress": never } }, this.arnOf("identity", "*"), "ses:SendRawEmail");
  }

  private arnOf(resource: string, resourceName: string): string {
    return Stack.of(this).formatArn({ service: "ses", resource, resourceName });
  }

  private dnsRecords(mailDomain: string): DnsRecord[] {
    return [
      ...mailRecords(mailDomain, Stack.of(this).region),
      ...this.identity.dkimRecords.map(
        ({ name, value }, index): DnsRecord => ({ id: `Dkim${index + 1}`, type: "CNAME", name, value }),
      ),
    ];
  }
}

/** The domains above one: `mail.shop.example` has `shop.example`. */
function parentsOf(domain: string): string[] {
  const labels = domain.split(".");
  return labels.slice(1, -1).map((_, at) => labels.slice(at + 1).join("."));
}
