/** Why a mail gets no answer by itself, and what the agent's owner reads of it. */
export const MAIL_REASONS = {
  virus: "The mail carries a virus.",
  spam: "The mail is spam.",
  dmarc_fail: "The mail is a forgery: the domain in its From did not send it (DMARC).",
  null_sender: "The mail has no return address, so it is a bounce or another report by a machine.",
  auto_submitted: "The mail was sent by a machine (Auto-Submitted).",
  bulk_precedence: "The mail was sent in bulk (Precedence).",
  mailing_list: "The mail came through a mailing list.",
  system_sender: "The sender is a mail system, not a person.",
  no_reply_sender: "The sender's address takes no replies.",
  delivery_report: "The mail is a mail system's report (a bounce, a receipt, a complaint, or on DMARC).",
  auto_generated: "The mail is another machine's automatic answer, or our own that came back.",
  automatic_subject: "The subject is that of an automatic answer.",
  too_many_hops: "The mail passed through so many servers that it must go round in a loop.",
  own_domain: "The mail comes from an agent's domain. Agents do not answer each other.",
  no_from: "The mail does not name exactly one author (From).",
  verdict_missing: "The checks for spam, viruses and forgery did not finish.",
  unproven_sender: "Nothing proves that the sender is who the mail says (no DMARC, and no matching DKIM or SPF).",
  unusual_address: "The address to answer has an unusual form, so a reply could go astray.",
  foreign_reply_to:
    "The mail asks that its answer go to another address than its sender's (Reply-To), and you have not named its domain as one whose mails may.",
  forward_confirmation:
    "Gmail asks whether mail may be forwarded to this agent. Confirm it with the code or the link in the mail.",
  group_mail:
    "The mail came through a group or a distribution list, such as a Google Group. If the group is yours and a person asks, have it answered.",
  unmarked_list:
    "The mail seems to have come through a mailing list: its envelope has a list's form, and it does not name the agent.",
  list_name:
    "The sender is named like a mailing list's own address, and was sent on behalf of another. It may be a firm's mailbox.",
  auto_response_suppress:
    "The mail asks for no automatic answer (X-Auto-Response-Suppress). Programs ask so, and some mail servers for persons.",
  recall: "The sender asks to recall an earlier mail (Outlook). Look whether that one should still be answered.",
  maybe_automatic: "The mail looks like an automatic one, but a person may have written it.",
  not_on_allow_list: "The agent answers only those whom you named for it, and this sender is not among them.",
  loop_mark: "The mail carries its own sender's mark against loops (X-Loop), as the notes of mail robots do.",
  long_thread: "The thread holds 20 answers already. It may be two machines that answer each other.",
  too_large: "The mail is larger than 10 MB.",
  too_many_parts: "The mail has more than 1,000 parts.",
  too_deep: "The mail's parts lie more than 20 deep in each other.",
  headers_too_large: "The mail's headers are larger than 256 KB.",
  too_many_headers: "The mail has more than 5,000 headers.",
  too_many_addresses: "The mail goes to more than 1,000 addresses.",
  line_too_long: "The mail has a line longer than 8 MB.",
  mail_unreadable: "The mail could not be read as e-mail, or reading it took too long three times.",
  encrypted: "The mail is encrypted (S/MIME or PGP), so no agent can read it.",
  calendar: "The mail is a calendar invitation or an answer to one.",
  outlook_only: "The mail's text is in a form that only Outlook can read (winmail.dat).",
  unreadable_text:
    "More than a fifth of the mail's text could not be read: it was damaged on its way, or its program did not say how it is written.",
  no_readable_text: "The mail has no text to answer.",
} as const satisfies Record<string, string>;

export type MailReason = keyof typeof MAIL_REASONS;

/** Why some skipped mails are answered on nobody's word. */
export const UNANSWERABLE = {
  dmarc_fail: "The mail is a forgery: nothing proves who wrote it, so an answer would go to a stranger.",
  null_sender: "The mail has no return address, so there is nobody to answer.",
  own_domain: "The mail comes from an agent's domain. Agents do not answer each other.",
  no_from: "The mail does not name exactly one author, so there is nobody to answer.",
} as const satisfies Partial<Record<MailReason, string>>;

export type Unanswerable = keyof typeof UNANSWERABLE;

/** Mails that an agent which answers nobody does not keep either. */
const NEVER_KEPT: readonly MailReason[] = ["virus", "spam", "dmarc_fail", "own_domain"];

/** True for a mail that a digest keeps, though `reason` forbids to answer it: robots and lists may be what it is for. */
export function mayBeKept(reason: MailReason): boolean {
  return !NEVER_KEPT.includes(reason);
}

/** What is held in doubt alone: a person may have written it, and the owner's word is enough to have it answered. */
export const DOUBTS = [
  ...(["group_mail", "unmarked_list", "list_name", "auto_response_suppress", "recall"] as const),
  ...(["maybe_automatic", "loop_mark", "calendar"] as const),
] as const satisfies MailReason[];

export type Doubt = (typeof DOUBTS)[number];
