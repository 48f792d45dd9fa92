import { appendFile, readFile } from "node:fs/promises";
import * as z from "zod";
import { isNamed } from "../../shared/errors.ts";
import { DataError } from "../data/data-error.ts";

export const outgoingMail = z.object({
  from: z.string(),
  to: z.array(z.string()),
  raw: z.string(),
  /** Null for a mail that no run sent, such as a code. */
  run_id: z.nullable(z.string()),
  sent_at: z.string(),
});

/** One mail that would have left; here nothing does. */
export type OutgoingMail = z.infer<typeof outgoingMail>;

/** Every mail that was sent, oldest first. With a file it outlives a restart. */
export class Outbox {
  readonly mails: OutgoingMail[];
  readonly #file: string | undefined;

  private constructor(mails: OutgoingMail[], file: string | undefined) {
    this.mails = mails;
    this.#file = file;
  }

  /** @throws DataError when the file cannot be read back */
  static async open(file: string | undefined): Promise<Outbox> {
    return new Outbox(file === undefined ? [] : await readMails(file), file);
  }

  async add(mail: OutgoingMail): Promise<void> {
    this.mails.push(mail);
    if (this.#file !== undefined) await appendFile(this.#file, `${JSON.stringify(mail)}\n`);
  }
}

async function readMails(file: string): Promise<OutgoingMail[]> {
  try {
    const lines = (await readFile(file, "utf8")).split("\n").filter(Boolean);
    return lines.map((line) => outgoingMail.parse(JSON.parse(line)));
  } catch (error) {
    if (isNamed(error, "SyntaxError", "ZodError")) throw new DataError(`${file} is damaged.`);
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
