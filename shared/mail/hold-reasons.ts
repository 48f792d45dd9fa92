import type { HeldReason, Help } from "../reasons/reason.ts";

/** The cause lies in the mail: it is read again, and the same rule fires. */
const OF_THE_MAIL: Help = { retry: false };
/** Nothing resolves it but the owner's word for this mail. */
const WORD_ALONE = { operator: null, resolvedBy: [], help: { retry: true } } as const;

/** Why a mail that may be a person's waits for its owner, where the reason lies in the mail. */
export const HOLD_REASONS = {
  verdict_missing: {
    owner: "The checks for spam, viruses and forgery did not finish.",
    operator: "Many at once: SES does not check mails. Look at the AWS Health Dashboard.",
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  unproven_sender: {
    owner: "Nothing proves that the sender is who the mail says (no DMARC, and no matching DKIM or SPF).",
    operator: "Many at once: SES's verdicts of SPF, DKIM and DMARC do not arrive. Look at a mail's notification.",
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  unusual_address: {
    owner: "The address to answer has an unusual form, so a reply could go astray.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  foreign_reply_to: {
    owner:
      "The mail asks that its answer go to another address than its sender's (Reply-To), and you have not named its domain as one whose mails may.",
    operator: null,
    resolvedBy: [],
    help: {
      fix: { label: "Name the sender's domain", page: "agent" },
      retry: true,
      warning:
        "The answer goes to the address that the mail names, and whoever reads it there may not have written the mail. They get the answer alone: no subject, no words and no earlier mails of anybody.",
    },
  },
  forward_confirmation: {
    owner: "Gmail asks whether mail may be forwarded to this agent. Confirm it with the code or the link in the mail.",
    operator: null,
    resolvedBy: [],
    help: { note: "Nobody reads replies to it.", retry: false },
  },
  group_mail: {
    owner:
      "The mail came through a group or a distribution list, such as a Google Group. If the group is yours and a person asks, have it answered.",
    ...WORD_ALONE,
    doubt: true,
  },
  unmarked_list: {
    owner:
      "The mail seems to have come through a mailing list: its envelope has a list's form, and it does not name the agent.",
    ...WORD_ALONE,
    doubt: true,
  },
  list_name: {
    owner:
      "The sender is named like a mailing list's own address, and was sent on behalf of another. It may be a firm's mailbox.",
    ...WORD_ALONE,
    doubt: true,
  },
  auto_response_suppress: {
    owner:
      "The mail asks for no automatic answer (X-Auto-Response-Suppress). Programs ask so, and some mail servers for persons.",
    ...WORD_ALONE,
    doubt: true,
  },
  recall: {
    owner: "The sender asks to recall an earlier mail (Outlook). Look whether that one should still be answered.",
    ...WORD_ALONE,
    doubt: true,
  },
  maybe_automatic: {
    owner: "The mail looks like an automatic one, but a person may have written it.",
    ...WORD_ALONE,
    doubt: true,
  },
  not_on_allow_list: {
    owner: "The agent answers only those whom you named for it, and this sender is not among them.",
    operator: null,
    resolvedBy: [],
    help: { fix: { label: "Change whom it answers", page: "agent" }, retry: true },
  },
  loop_mark: {
    owner: "The mail carries its own sender's mark against loops (X-Loop), as the notes of mail robots do.",
    ...WORD_ALONE,
    doubt: true,
  },
  long_thread: {
    owner: "The thread holds 20 answers already. It may be two machines that answer each other.",
    ...WORD_ALONE,
  },
  too_large: {
    owner: "The mail is larger than 10 MB.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  too_many_parts: {
    owner: "The mail has more than 1,000 parts.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  too_deep: {
    owner: "The mail's parts lie more than 20 deep in each other.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  headers_too_large: {
    owner: "The mail's headers are larger than 256 KB.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  too_many_headers: {
    owner: "The mail has more than 5,000 headers.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  too_many_addresses: {
    owner: "The mail goes to more than 1,000 addresses.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  line_too_long: {
    owner: "The mail has a line longer than 8 MB.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  mail_unreadable: {
    owner: "The mail could not be read as e-mail, or reading it took too long three times.",
    operator:
      "Look for `reading_ended` in the runner's log: it says whether time or memory ended it. Many of many owners are a fault of ours.",
    resolvedBy: [],
    help: {
      note: "Look at the mail first. One that only took too long may be read at another time; a broken one comes back here.",
      retry: true,
    },
  },
  encrypted: {
    owner: "The mail is encrypted (S/MIME or PGP), so no agent can read it.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  calendar: {
    owner: "The mail is a calendar invitation or an answer to one.",
    ...WORD_ALONE,
    doubt: true,
  },
  outlook_only: {
    owner: "The mail's text is in a form that only Outlook can read (winmail.dat).",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  unreadable_text: {
    owner:
      "More than a fifth of the mail's text could not be read: it was damaged on its way, or its program did not say how it is written.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  no_readable_text: {
    owner: "The mail has no text to answer.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
} as const satisfies Record<string, HeldReason>;
