import { decide } from "../../shared/mail/decide.ts";
import { forwardedText } from "../../shared/mail/forwarded.ts";
import { decodeTransfer } from "../../shared/mail/mime/decode-text.ts";
import type { Part } from "../../shared/mail/mime/part.ts";
import { newText } from "../../shared/mail/new-text.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import { readableText } from "../../shared/mail/readable-text.ts";
import { scanMail } from "../../shared/mail/scan.ts";

const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;

export type Outcome = {
  /** `answer`, or the reason against it: `skip auto_submitted`, `hold too_deep`. */
  decision: string;
  /** True when the mail could not be read for any reason other than a limit. */
  failed: boolean;
  text: string;
  reply: string;
};

/** The runner's decision about a message that passed all checks of SES and really came from its From address. */
export async function readMessage(raw: Uint8Array): Promise<Outcome> {
  const mail = await parseMail(raw);
  if ("problem" in mail) {
    return { decision: `hold ${mail.problem}`, failed: mail.problem === "mail_unreadable", text: "", reply: "" };
  }
  const text = readableText(mail.text) || forwardedText(mail.attachments);
  const decision = decide({
    envelope_from: mail.from[0]?.address ?? "nobody@corpus.invalid",
    verdicts: PASSED,
    headers: mail.headers,
    from: mail.from,
    sender: mail.sender,
    reply_to: mail.replyTo,
    part_types: mail.part_types,
    filenames: mail.attachments.map(({ filename }) => filename),
    text,
    own_domain: "agents.invalid",
    agent: { id: "agent", address: "agent@agents.invalid" },
  });
  const told = decision.action === "answer" ? "answer" : `${decision.action} ${decision.reason}`;
  return { decision: told, failed: false, text, reply: newText(text).text };
}

/**
 * The decoded bodies of all parts by position: "1" is the message, "1_2" its second part. A message inside it is a
 * message of its own, and its position continues below.
 */
export function decodedParts(raw: Uint8Array): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const scan = scanMail(raw);
  if (!("problem" in scan)) collect(scan.root, "1", found);
  return found;
}

function collect(part: Part, place: string, found: Map<string, Buffer>): void {
  const body = Buffer.from(decodeTransfer(part.encoding, part.body));
  const inner = part.type === "message/rfc822" ? scanMail(body) : undefined;
  if (inner && !("problem" in inner)) collect(inner.root, `${place}_1`, found);
  else if (part.parts.length === 0) found.set(place, body);
  part.parts.forEach((child, index) => {
    collect(child, `${place}_${index + 1}`, found);
  });
}
