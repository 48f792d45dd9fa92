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
  delivery_report: "The mail is a report on another mail (a bounce, a receipt or a complaint).",
  auto_response_suppress: "The sender asked for no automatic answer (X-Auto-Response-Suppress).",
  auto_generated: "The mail is another machine's automatic answer, or our own that came back.",
  own_domain: "The mail comes from an agent's domain. Agents do not answer each other.",
  no_from: "The mail does not name exactly one author (From).",
  verdict_missing: "The checks for spam, viruses and forgery did not finish.",
  unproven_sender: "Nothing proves that the sender is who the mail says (no DMARC, and no matching DKIM or SPF).",
  unusual_address: "The address to answer has an unusual form, so a reply could go astray.",
  foreign_reply_to: "The answer would go to another organisation than the sender's (Reply-To).",
  no_readable_text: "The mail has no text to answer.",
} as const satisfies Record<string, string>;

export type MailReason = keyof typeof MAIL_REASONS;
