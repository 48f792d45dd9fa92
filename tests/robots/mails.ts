import { composeReply, type Reply } from "../../shared/mail/compose.ts";
import type { ReplyHeaders } from "../../shared/mail/reply-headers.ts";
import { threadRef } from "../../shared/mail/thread-ref.ts";

export const AGENT = { id: "0b7f6c1e-2f64-4f43-8d0a-6f1f8c0d9a11", address: "help@agents.example" };
export const ROBOTS_OWNER = "jane@customer.example";

/** SES puts an address of its own into the envelope, in the form of this one; what goes there never reaches an agent. */
export const ENVELOPE = "010001993e6c5b7a-2d3c9a5e-000000@bounce.agents.example";

export type LabMail = { name: string; sender: string; raw: string };

/** The mails that every robot gets: our reply in its forms, and a plain mail with one mark of each kind. */
export async function labMails(): Promise<LabMail[]> {
  const reply = await ourReply();
  return [
    { name: "plain", sender: ENVELOPE, raw: plainMail() },
    { name: "reply", sender: ENVELOPE, raw: reply },
    ...PRECEDENCES.map((value) => ({
      name: `reply-${value}`,
      sender: ENVELOPE,
      raw: withField(reply, `Precedence: ${value}`),
    })),
    ...Object.entries(MARKS).map(([name, mark]) => ({
      name: `mark-${name}`,
      sender: mark.sender ?? ENVELOPE,
      raw: plainMail(mark),
    })),
  ];
}

export const PRECEDENCES = ["none", "bulk", "junk", "list", "auto_reply"] as const;

type Mark = { field?: string; sender?: string; to?: string; from?: string };

/** What may keep a robot silent, one at a time. */
export const MARKS: Record<string, Mark> = {
  "Auto-Submitted: auto-replied": { field: "Auto-Submitted: auto-replied" },
  "Precedence: bulk": { field: "Precedence: bulk" },
  "Precedence: junk": { field: "Precedence: junk" },
  "Precedence: list": { field: "Precedence: list" },
  "Precedence: auto_reply": { field: "Precedence: auto_reply" },
  "X-Auto-Response-Suppress: All": { field: "X-Auto-Response-Suppress: All" },
  "X-Auto-Response-Suppress: OOF": { field: "X-Auto-Response-Suppress: OOF" },
  "X-Auto-Response-Suppress: AutoReply": { field: "X-Auto-Response-Suppress: AutoReply" },
  "List-Id": { field: "List-Id: <news.agents.example>" },
  "List-Unsubscribe": { field: "List-Unsubscribe: <mailto:leave@agents.example>" },
  "its own X-Loop": { field: `X-Loop: ${ROBOTS_OWNER}` },
  "an empty envelope sender": { sender: "" },
  "envelope sender MAILER-DAEMON@": { sender: "mailer-daemon@agents.example" },
  "envelope sender owner-x@": { sender: "owner-news@agents.example" },
  "From noreply@": { from: "noreply@agents.example" },
  "an owner who is not in To": { to: "undisclosed-recipients:;" },
};

function ourReply(): Promise<string> {
  return replyTo(ENVELOPE, {
    subject: "Re: Opening hours",
    in_reply_to: "<question@customer.example>",
    references: ["<question@customer.example>"],
    thread_ref: threadRef({ root: "0".repeat(32), answers: 1 }, "run1", "agents.example"),
  });
}

/** The agent's reply to the robot's owner, made by the product's own code. */
export async function replyTo(sender: string, headers: Partial<Reply> & ReplyHeaders): Promise<string> {
  const raw = await composeReply({
    from: { name: "Help Desk", address: AGENT.address },
    to: ROBOTS_OWNER,
    text: "We open at ten on every day but Sunday, and close at six.\n\nOn the feast days in December we stay closed.",
    loop_id: AGENT.id,
    ...headers,
  });
  return delivered(sender, raw.toString("latin1"));
}

/** A mail from the agent's address without a mark: it shows that a robot works, and where its note goes. */
function plainMail({ field, sender = ENVELOPE, to = ROBOTS_OWNER, from = AGENT.address }: Mark = {}): string {
  const fields = [
    `From: Help Desk <${from}>`,
    `To: ${to}`,
    "Subject: Opening hours",
    `Date: ${new Date().toUTCString().replace("GMT", "+0000")}`,
    "Message-ID: <plain@agents.example>",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    ...(field === undefined ? [] : [field]),
  ];
  return delivered(sender, `${fields.join("\r\n")}\r\n\r\nWe open at ten.\r\n`);
}

/** As the last mail server hands it on. */
function delivered(sender: string, raw: string): string {
  const trace = [
    `Return-Path: <${sender}>`,
    "Received: from out.mail.example by mx.customer.example with ESMTPS id 4cQxyz1;",
    `\t${new Date().toUTCString().replace("GMT", "+0000")}`,
  ];
  return [...trace, raw].join("\r\n").replaceAll("\r\n", "\n");
}

function withField(raw: string, field: string): string {
  const without = raw.replace(/^Precedence:.*\n/m, "");
  return field.endsWith(": none") ? without : without.replace("\n\n", `\n${field}\n\n`);
}
