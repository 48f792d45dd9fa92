import type { SNSClient } from "@aws-sdk/client-sns";
import type { CodeMail, SentMail } from "../aws/aws.ts";
import type { Journal } from "../journal.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";
import { codeMail } from "./code-mail.ts";
import type { Outbox } from "./outbox.ts";
import { type EventDestination, eventDestinations, publishEvents } from "./sending-events.ts";

/** What happens to a mail that SES or Cognito has accepted: it goes into the outbox, and SES tells of it. */
export class SentMails {
  readonly #outbox: Outbox;
  readonly #journal: Journal;
  readonly #destinations: EventDestination[];
  readonly #domain: string;
  #sns: SNSClient | undefined;

  constructor(template: Template, resolver: Resolver, outbox: Outbox, journal: Journal) {
    this.#outbox = outbox;
    this.#journal = journal;
    this.#destinations = eventDestinations(template, resolver);
    const [identity] = resourcesOf(template, "AWS::SES::EmailIdentity");
    this.#domain = identity ? resolver.ref(identity[0]) : "localhost";
  }

  /** The emulators must run before there is a client for them. */
  publishWith(sns: SNSClient): void {
    this.#sns = sns;
  }

  async add(mail: SentMail): Promise<void> {
    const { from, to, raw, sent_at } = mail;
    await this.#outbox.add({ from, to, raw, run_id: mail.tags["run_id"] ?? null, sent_at });
    // As with SES, the news comes by itself: whoever sent the mail does not wait for it.
    if (this.#sns) {
      publishEvents(mail, this.#destinations, this.#sns).catch((error: unknown) => {
        this.#journal.log("ses", `The events of ${mail.ses_message_id} could not be published: ${String(error)}`);
      });
    }
  }

  async addCode(mail: CodeMail): Promise<void> {
    await this.#outbox.add(codeMail(mail, this.#domain));
  }
}
