/** Why a mail is not answered automatically, in words for the agent's owner. */
export const MAIL_REASONS = {
  virus: "The mail carries a virus.",
  spam: "The mail is spam.",
  dmarc_fail: "The mail is a forgery: the domain in From did not send it (DMARC).",
  null_sender: "The mail has no return address, so it is a bounce or another report by a machine.",
  auto_submitted: "The mail was sent by a machine (Auto-Submitted).",
  bulk_precedence: "The mail was sent in bulk (Precedence).",
  mailing_list: "The mail came through a mailing list.",
  system_sender: "The sender is a mail system, not a person.",
  no_reply_sender: "The sender's address does not accept replies.",
  delivery_report: "The mail is a report from a mail system (a bounce, a receipt, a complaint, or a DMARC report).",
  auto_generated: "The mail is an automatic answer from a machine, or one of our own answers that came back.",
  automatic_subject: "The subject marks an automatic answer.",
  too_many_hops: "The mail passed through so many servers that it must be in a loop.",
  own_domain: "The mail comes from an agent's domain. Agents do not answer each other.",
  no_from: "The mail does not name exactly one author (From).",
  verdict_missing: "The checks for spam, viruses and forgery did not finish.",
  unproven_sender: "Nothing proves that the sender is who the mail says (no DMARC, and no matching DKIM or SPF).",
  unusual_address: "The address to answer has an unusual form, so a reply could go astray.",
  foreign_reply_to:
    "The mail asks for the answer at an address other than its sender's (Reply-To), and its domain is not on your list of domains that may do so.",
  forward_confirmation:
    "Gmail asks whether mail may be forwarded to this agent. Use the code or the link in the mail to confirm.",
  group_mail:
    "The mail came through a group or a distribution list, such as a Google Group. If the group is yours and a person wrote the mail, have it answered.",
  unmarked_list:
    "The mail seems to have come through a mailing list: its envelope has a list's form, and it does not name the agent.",
  list_name:
    "The sender's address looks like a mailing list's, and the mail was sent on behalf of another address. It may be a firm's mailbox.",
  auto_response_suppress:
    "The mail asks for no automatic answer (X-Auto-Response-Suppress). Programs do this, and some mail servers do it for people.",
  recall:
    "The sender wants to recall an earlier mail (Outlook). Check whether the earlier mail should still be answered.",
  maybe_automatic: "The mail looks automatic, but a person may have written it.",
  not_on_allow_list: "The agent answers only the senders on its list, and this sender is not on it.",
  loop_mark: "The mail carries its own sender's mark against loops (X-Loop), as the notes of mail robots do.",
  long_thread: "The thread already holds 20 answers. Two machines may be answering each other.",
  too_large: "The mail is larger than 10 MB.",
  too_many_parts: "The mail has more than 1,000 parts.",
  too_deep: "The mail's parts are nested more than 20 levels deep.",
  headers_too_large: "The mail's headers are larger than 256 KB.",
  too_many_headers: "The mail has more than 5,000 headers.",
  too_many_addresses: "The mail goes to more than 1,000 addresses.",
  line_too_long: "The mail has a line longer than 8 MB.",
  mail_unreadable: "The mail could not be read as e-mail, or reading it took too long three times.",
  encrypted: "The mail is encrypted (S/MIME or PGP), so no agent can read it.",
  calendar: "The mail is a calendar invitation or an answer to one.",
  outlook_only: "The mail's text is in a format that only Outlook can read (winmail.dat).",
  unreadable_text:
    "More than a fifth of the mail's text could not be read: it was damaged on the way, or the sender's program did not name its charset.",
  no_readable_text: "The mail has no text to answer.",
} as const satisfies Record<string, string>;

export type MailReason = keyof typeof MAIL_REASONS;

/** Why some skipped mails cannot be answered even if the owner asks for it. */
export const UNANSWERABLE = {
  dmarc_fail: "The mail is a forgery: nothing proves who wrote it, so an answer would go to a stranger.",
  null_sender: "The mail has no return address, so there is nobody to answer.",
  own_domain: "The mail comes from an agent's domain. Agents do not answer each other.",
  no_from: "The mail does not name exactly one author, so there is nobody to answer.",
} as const satisfies Partial<Record<MailReason, string>>;

export type Unanswerable = keyof typeof UNANSWERABLE;

/**
 * Reasons of mails that are held only in doubt: a person may have written them, and the owner can have them answered.
 */
export const DOUBTS = [
  ...(["group_mail", "unmarked_list", "list_name", "auto_response_suppress", "recall"] as const),
  ...(["maybe_automatic", "loop_mark", "calendar"] as const),
] as const satisfies MailReason[];

export type Doubt = (typeof DOUBTS)[number];
