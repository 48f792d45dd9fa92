import * as z from "zod";
import type { SentMail } from "../aws/aws.ts";
import { addLine, readLines } from "./lines.ts";

export const outgoingMail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  raw: z.string(),
  /** Null for a mail that no run sent, such as a code. */
  run_id: z.nullable(z.string()),
  sent_at: z.string(),
});

/** A mail that would have left. On this machine no mail does. */
export type OutgoingMail = z.infer<typeof outgoingMail>;

/** The facts that SES's reports need are in the same line, so that a kill leaves both or none. */
const stored = outgoingMail.extend({
  ses: z
    .object({
      ses_message_id: z.string(),
      tags: z.record(z.string(), z.string()),
      configuration_set: z.string().optional(),
    })
    .optional(),
});
type Stored = z.infer<typeof stored>;

/** The file of the mails, and the file of the ids that SES has reported. */
export type OutboxFiles = { outbox: string; reported: string };

/** Every mail that was sent, oldest first. With files it survives a restart. */
export class Outbox {
  readonly mails: OutgoingMail[];
  /** Mails that SES had not yet reported when this machine stopped. */
  readonly unreported: SentMail[];
  readonly #files: OutboxFiles | undefined;

  private constructor(rows: Stored[], reported: Set<string>, files: OutboxFiles | undefined) {
    this.mails = rows.map(({ ses: _, ...mail }) => mail);
    this.unreported = rows.flatMap((row) => (row.ses && !reported.has(row.ses.ses_message_id) ? sentMail(row) : []));
    this.#files = files;
  }

  /** @throws DataError when a file cannot be read back */
  static async open(files: OutboxFiles | undefined): Promise<Outbox> {
    if (files === undefined) return new Outbox([], new Set(), undefined);
    const [rows, reported] = await Promise.all([
      readLines(files.outbox, stored),
      readLines(files.reported, z.string()),
    ]);
    return new Outbox(rows, new Set(reported), files);
  }

  /** Adds a mail that SES sent. */
  async addSent({ ses_message_id, tags, configuration_set, from, to, raw, sent_at }: SentMail): Promise<void> {
    const mail = { from, to, raw, run_id: tags["run_id"] ?? null, sent_at };
    await this.#add(mail, { ...mail, ses: { ses_message_id, tags, configuration_set } });
  }

  /** Adds a mail that gets no reports. */
  async add(mail: OutgoingMail): Promise<void> {
    await this.#add(mail, mail);
  }

  async markReported({ ses_message_id }: SentMail): Promise<void> {
    if (this.#files) await addLine(this.#files.reported, ses_message_id);
  }

  async #add(mail: OutgoingMail, row: Stored): Promise<void> {
    if (this.#files) await addLine(this.#files.outbox, row);
    this.mails.push(mail);
  }
}

function sentMail({ ses, from, to, raw, sent_at }: Stored): SentMail[] {
  return ses ? [{ from, to, raw, sent_at, ...ses, configuration_set: ses.configuration_set }] : [];
}
