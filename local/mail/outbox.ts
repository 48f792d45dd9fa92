import * as z from "zod";
import type { SentMail } from "../aws/aws.ts";
import { addLine, LineFile, readLines } from "./lines.ts";

export const outgoingMail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  raw: z.string(),
  /** Null for a mail that no run sent, such as a code. */
  run_id: z.nullable(z.string()),
  sent_at: z.string(),
  /** The domain with whose key SES signs it (`d=` of DKIM). */
  signed_by: z.string().optional(),
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

/** Every mail that was sent, oldest first. With files it survives a restart, and the mails are not kept in memory. */
export class Outbox {
  /** Mails that SES had not yet reported when this machine stopped. */
  readonly unreported: SentMail[];
  readonly #lines: LineFile<Stored>;
  readonly #reported: string | undefined;

  private constructor(lines: LineFile<Stored>, unreported: SentMail[], reported: string | undefined) {
    this.#lines = lines;
    this.unreported = unreported;
    this.#reported = reported;
  }

  /** @throws DataError when a file cannot be read back */
  static async open(files: OutboxFiles | undefined): Promise<Outbox> {
    const lines = await LineFile.open(files?.outbox, stored);
    if (files === undefined) return new Outbox(lines, [], undefined);
    const reported = new Set(await readLines(files.reported, z.string()));
    const unreported: SentMail[] = [];
    for await (const row of lines.read()) {
      if (row.ses && !reported.has(row.ses.ses_message_id)) unreported.push(...sentMail(row));
    }
    return new Outbox(lines, unreported, files.reported);
  }

  /** The newest mails, oldest first; by default all of them. They are read lazily. */
  async *mails(newest?: number): AsyncGenerator<OutgoingMail> {
    for await (const { ses: _, ...mail } of this.#lines.read(newest)) yield mail;
  }

  /** Adds a mail that SES sent. */
  async addSent({ ses_message_id, tags, configuration_set, ...sent }: SentMail): Promise<void> {
    const { from, to, raw, sent_at, signed_by } = sent;
    const mail = { from, to, raw, run_id: tags["run_id"] ?? null, sent_at, signed_by };
    this.#lines.add({ ...mail, ses: { ses_message_id, tags, configuration_set } });
  }

  /** Adds a mail that gets no reports. */
  async add(mail: OutgoingMail): Promise<void> {
    this.#lines.add(mail);
  }

  async markReported({ ses_message_id }: SentMail): Promise<void> {
    if (this.#reported !== undefined) await addLine(this.#reported, ses_message_id);
  }
}

function sentMail({ ses, from, to, raw, sent_at }: Stored): SentMail[] {
  return ses ? [{ from, to, raw, sent_at, ...ses, configuration_set: ses.configuration_set }] : [];
}
