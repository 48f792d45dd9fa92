import { addressParser } from "postal-mime";
import { AwsError } from "../wire/aws-error.ts";
import { type HeaderField, splitHeaders } from "./header-fields.ts";
import { SINGLE_USE_FIELDS } from "./single-use-fields.ts";

/** The parts of a raw message that SES reads: the sender, and the recipients if the call names none. */
export type RawMail = { fields: HeaderField[]; rest: string; from: string; to: string[] };

/** @throws AwsError InvalidParameterValue for a message that SES refuses */
export function readRawMail(message: string): RawMail {
  const { fields, rest } = splitHeaders(message);
  const seen = new Set<string>();
  for (const { name } of fields) {
    const key = name.toLowerCase();
    if (seen.has(key) && SINGLE_USE_FIELDS.has(key)) throw invalidParameter(`Duplicate header '${name}'.`);
    seen.add(key);
  }
  const from = addressesOf(fields, "from")[0];
  if (from === undefined) throw invalidParameter("Missing required header 'From'.");
  return { fields, rest, from, to: ["to", "cc", "bcc"].flatMap((name) => addressesOf(fields, name)) };
}

/** SES replaces the sender's Message-ID and Date by its own, and changes no other byte. */
export function replaceIdAndDate({ fields, rest }: RawMail, messageId: string, date: Date): string {
  const own: Record<string, string> = { "message-id": `Message-ID: <${messageId}>`, date: `Date: ${rfc5322(date)}` };
  const kept = fields.map(({ name, raw }) => {
    const replacement = own[name.toLowerCase()];
    delete own[name.toLowerCase()];
    return replacement === undefined ? raw : `${replacement}\r\n`;
  });
  return [...Object.values(own).map((line) => `${line}\r\n`), ...kept].join("") + rest;
}

function addressesOf(fields: HeaderField[], wanted: string): string[] {
  const field = fields.find(({ name }) => name.toLowerCase() === wanted);
  if (!field) return [];
  return addressParser(field.value, { flatten: true }).flatMap(({ address }) => (address ? [address] : []));
}

function rfc5322(date: Date): string {
  return date.toUTCString().replace("GMT", "+0000");
}

export function invalidParameter(message: string): AwsError {
  return new AwsError("InvalidParameterValue", message);
}
