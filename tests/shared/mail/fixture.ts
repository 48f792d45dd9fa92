import { readFile } from "node:fs/promises";
import { type ParsedMail, parseMail } from "../../../shared/mail/parse.ts";

export function rawFixture(name: string): Promise<Buffer> {
  return readFile(new URL(`../../fixtures/mail/${name}.eml`, import.meta.url));
}

export function parsedFixture(name: string): Promise<ParsedMail> {
  return rawFixture(name).then(parsed);
}

/** @throws when the mail cannot be read */
export async function parsed(raw: Uint8Array | string): Promise<ParsedMail> {
  const mail = await parseMail(typeof raw === "string" ? Buffer.from(raw) : raw);
  if ("problem" in mail) throw new Error(mail.problem);
  return mail;
}
