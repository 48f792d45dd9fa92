import type { MailReason } from "../../../shared/mail/reasons.ts";
import { threadRef } from "../../../shared/mail/thread-ref.ts";
import type { Run } from "../../../shared/runs/run.ts";

/** How a mail differs from one of a person that is answered. */
export type MailCase = {
  from?: string;
  headers?: string[];
  body?: string;
  /** The whole mail, in place of headers and body. */
  raw?: string;
  run?: Partial<Run>;
  answer_only?: string[];
  /** It came through the owner's connected mailbox support@acme.example. */
  forwarded?: true;
};

const AGENT = "abcdefghij@agents.example";
const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;
const verdicts = (changes: Partial<Run["verdicts"]>): MailCase => ({ run: { verdicts: { ...PASSED, ...changes } } });
const headers = (...lines: string[]): MailCase => ({ headers: lines });
const envelope = (envelope_from: string): MailCase => ({ run: { envelope_from } });
const of = (type: string, body: string): MailCase => ({ headers: [`Content-Type: ${type}`], body });
const parts = (type: string, ...bodies: string[]) =>
  of(`${type}; boundary=b`, [...bodies.map((body) => `--b\r\n${body}\r\n`), "--b--\r\n"].join(""));

const OUR_20TH = threadRef({ root: "0".repeat(32), answers: 20 }, "run1", "agents.example");
const DEEP = Array.from({ length: 22 }, (_, i) => `Content-Type: multipart/mixed; boundary=d${i}\n\n--d${i}\n`).join(
  "",
);

/** For each reason that lies in the mail, a mail that rests for it. A reason without one does not compile. */
export const MAIL_CASES: Record<MailReason, MailCase> = {
  virus: verdicts({ virus: "FAIL" }),
  spam: verdicts({ spam: "FAIL" }),
  dmarc_fail: verdicts({ dmarc: "FAIL" }),
  null_sender: envelope(""),
  auto_submitted: headers("Auto-Submitted: auto-replied"),
  bulk_precedence: headers("Precedence: bulk"),
  mailing_list: headers("List-Id: <cats.lists.example>", "List-Unsubscribe: <mailto:x@lists.example>"),
  system_sender: { from: "mailer-daemon@mx.example" },
  no_reply_sender: { from: "noreply@shop.example" },
  delivery_report: of(
    "multipart/report; report-type=delivery-status; boundary=b",
    "--b\r\n\r\nIt bounced.\r\n--b--\r\n",
  ),
  auto_generated: headers("X-Autoreply: yes"),
  automatic_subject: headers("Subject: Out of Office: Hours"),
  too_many_hops: headers(...Array.from({ length: 51 }, () => "Received: from a by b")),
  own_domain: { from: "other@agents.example" },
  no_from: { from: "" },
  verdict_missing: verdicts({ virus: "PROCESSING_FAILED" }),
  unproven_sender: verdicts({ dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" }),
  unusual_address: { from: '"a b"@customer.example' },
  foreign_reply_to: headers("Reply-To: victim@bank.example"),
  forward_confirmation: { from: "forwarding-noreply@google.com" },
  forward_rewrote_from: {
    from: "Carol via Support <support@acme.example>",
    headers: ["To: support@acme.example", "X-Original-From: carol@customer.example"],
    run: { envelope_from: "support@acme.example" },
    forwarded: true,
  },
  forward_changed_mail: {
    headers: ["To: support@acme.example", "DKIM-Signature: v=1; a=rsa-sha256; d=customer.example; s=s1; b=x"],
    ...verdicts({ dmarc: "FAIL", spf: "FAIL", dkim: "FAIL" }),
    forwarded: true,
  },
  forward_unsigned: {
    headers: ["To: support@acme.example"],
    ...verdicts({ dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" }),
    forwarded: true,
  },
  group_mail: headers("X-Google-Group-Id: 12345"),
  unmarked_list: {
    ...envelope("cats+bounces-7-abcdefghij=agents.example@lists.example"),
    headers: ["To: cats@lists.example"],
  },
  list_name: headers("Sender: cats-request@customer.example"),
  auto_response_suppress: headers("X-Auto-Response-Suppress: All"),
  recall: {
    headers: ["Subject: Recall: Price list"],
    body: 'Alice would like to recall the message, "Price list".\r\n',
  },
  maybe_automatic: headers("Subject: Automatic reply: how to set it?"),
  not_on_allow_list: { answer_only: ["friends.example"] },
  loop_mark: headers("X-Loop: carol@customer.example"),
  long_thread: headers(`References: ${OUR_20TH}`),
  too_large: { raw: "\n".repeat(10 * 1024 * 1024 + 1) },
  too_many_parts: { raw: `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n\n".repeat(1_001)}` },
  too_deep: { raw: DEEP },
  headers_too_large: { raw: "x".repeat(256 * 1024 + 1) },
  too_many_headers: { raw: "a:b\n".repeat(5_001) },
  too_many_addresses: { raw: `To: ${"a@b.example,".repeat(1_001)}c@d.example\n\n` },
  line_too_long: { raw: `\n${"x".repeat(8 * 1024 * 1024 + 1)}` },
  // Two processes have died of it, and the third just now.
  mail_unreadable: {
    run: { state: "claimed", lease: { holder: "dead", until: new Date(0).toISOString() }, crashes: 2 },
  },
  encrypted: { body: "-----BEGIN PGP MESSAGE-----\r\n\r\nhQEM\r\n-----END PGP MESSAGE-----\r\n" },
  calendar: parts(
    "multipart/alternative",
    "Content-Type: text/plain\r\n\r\nSee the file.",
    "Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR",
  ),
  outlook_only: parts("multipart/mixed", "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nabc"),
  unreadable_text: { body: `${"\u0001\u0002ab".repeat(50)}\r\n` },
  no_readable_text: { body: " \r\n" },
};

/** The mail as it lies in the bucket. */
export function rawMail(
  name: string,
  { from = "Carol <carol@customer.example>", headers = [], body, raw }: MailCase,
): string {
  if (raw !== undefined) return raw;
  const named = (field: string) => headers.some((line) => line.toLowerCase().startsWith(`${field}:`));
  const lines = [
    ...(from === "" ? [] : [`From: ${from}`]),
    ...(named("to") ? [] : [`To: ${AGENT}`]),
    ...(named("subject") ? [] : [`Subject: ${name}`]),
    `Message-ID: <${name}@customer.example>`,
    ...headers,
  ];
  return `${lines.join("\r\n")}\r\n\r\n${body ?? "When do you open?\r\n"}`;
}
