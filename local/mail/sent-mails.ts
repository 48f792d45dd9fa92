import type { SNSClient } from "@aws-sdk/client-sns";
import type { CodeMail, SentMail } from "../aws/aws.ts";
import type { Journal } from "../journal.ts";
import type { Resolver } from "../template/resolver.ts";
import { resourcesOf, type Template } from "../template/template.ts";
import { codeMail } from "./code-mail.ts";
import type { Outbox } from "./outbox.ts";
import { type EventDestination, eventDestinations, publishEvents } from "./sending-events.ts";

/** Handles a mail that SES or Cognito has accepted: it goes into the outbox, and SES reports it. */
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

  /** Called later, because the emulators must run before they can have a client. */
  publishWith(sns: SNSClient): void {
    this.#sns = sns;
  }

  async add(mail: SentMail): Promise<void> {
    await this.#outbox.addSent(mail);
    // As with SES, the report comes by itself, and the sender does not wait for it.
    void this.#tell(mail);
  }

  /** Reports the mails whose report was pending when this machine stopped. A mail may be reported twice, as by SES. */
  async tellUnreported(): Promise<void> {
    for (const mail of this.#outbox.unreported.splice(0)) await this.#tell(mail);
  }

  async #tell(mail: SentMail): Promise<void> {
    if (this.#sns === undefined) return;
    try {
      await publishEvents(mail, this.#destinations, this.#sns);
      await this.#outbox.markReported(mail);
    } catch (error) {
      this.#journal.log("ses", `The events of ${mail.ses_message_id} could not be published: ${String(error)}`);
    }
  }

  async addCode(mail: CodeMail): Promise<void> {
    await this.#outbox.add(codeMail(mail, this.#domain));
  }
}
