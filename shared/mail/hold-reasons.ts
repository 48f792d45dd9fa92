import type { HeldReason, Help } from "../reasons/reason.ts";

/** The mail itself is the cause, so another try would end at the same rule. */
const OF_THE_MAIL: Help = { retry: false };
/** The mail is answered only if its owner reopens it. */
const OWNER_DECIDES = { operator: null, resolvedBy: [], help: { retry: true } } as const;

/** Why a mail that a person may have written is held for its owner, if the cause lies in the mail. */
export const HOLD_REASONS = {
  verdict_missing: {
    owner: "The checks for spam, viruses and forgery did not finish.",
    operator: "Many at once: SES does not check mails. Look at the AWS Health Dashboard.",
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  forward_rewrote_from: {
    owner:
      "Your mailbox put its own address into From (groups and lists do that), so nothing proves who wrote the mail. Turn that off where it forwards, or forward from a mailbox in place of a group.",
    operator: null,
    resolvedBy: [],
    help: { note: "Answer it from your own mailbox.", retry: false },
  },
  forward_changed_mail: {
    owner:
      "Your mailbox changed the mail while it forwarded it (a tag in the subject, a footer, a warning), so the sender's signature does not fit any more. Turn such changes off for forwarded mail.",
    operator: null,
    resolvedBy: [],
    help: { note: "Answer it from your own mailbox.", retry: false },
  },
  forward_unsigned: {
    owner:
      "The sender's domain does not sign its mails, and what else proves a sender (SPF) does not survive forwarding. So nothing proves who wrote the mail.",
    operator: null,
    resolvedBy: [],
    help: { note: "Answer it from your own mailbox.", retry: false },
  },
  unproven_sender: {
    owner: "Nothing proves that the sender is who the mail says (no DMARC, and no matching DKIM or SPF).",
    operator: "Many at once: SES's verdicts of SPF, DKIM and DMARC do not arrive. Look at a mail's notification.",
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  forward_confirmation: {
    owner:
      "A mail service asks whether mail may be forwarded to this agent. The code or the link to confirm it with is on the agent's page.",
    operator: null,
    resolvedBy: [],
    help: { fix: { label: "See the code", page: "agent" }, note: "Nobody reads replies to it.", retry: false },
  },
  unusual_address: {
    owner: "The address to answer has an unusual form, so a reply could go astray.",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  foreign_reply_to: {
    owner:
      "The mail asks for the answer at an address other than its sender's (Reply-To), and its domain is not on your list of domains that may do so.",
    operator: null,
    resolvedBy: [],
    help: {
      fix: { label: "Allow the sender's domain", page: "agent" },
      retry: true,
      warning:
        "The answer goes to the address that the mail names. Its reader may not have written the mail. They get only the answer: no subject, no quoted text and no earlier mails.",
    },
  },
  group_mail: {
    owner:
      "The mail came through a group or a distribution list, such as a Google Group. If the group is yours and a person wrote the mail, have it answered.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  unmarked_list: {
    owner:
      "The mail seems to have come through a mailing list: its envelope has a list's form, and it does not name the agent.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  list_name: {
    owner:
      "The sender's address looks like a mailing list's, and the mail was sent on behalf of another address. It may be a firm's mailbox.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  auto_response_suppress: {
    owner:
      "The mail asks for no automatic answer (X-Auto-Response-Suppress). Programs do this, and some mail servers do it for people.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  recall: {
    owner:
      "The sender wants to recall an earlier mail (Outlook). Check whether the earlier mail should still be answered.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  maybe_automatic: {
    owner: "The mail looks automatic, but a person may have written it.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  not_on_allow_list: {
    owner: "The agent answers only the senders on its list, and this sender is not on it.",
    operator: null,
    resolvedBy: [],
    help: { fix: { label: "Change whom it answers", page: "agent" }, retry: true },
  },
  loop_mark: {
    owner: "The mail carries its own sender's mark against loops (X-Loop), as the notes of mail robots do.",
    ...OWNER_DECIDES,
    doubt: true,
  },
  long_thread: {
    owner: "The thread already holds 20 answers. Two machines may be answering each other.",
    ...OWNER_DECIDES,
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
    owner: "The mail's parts are nested more than 20 levels deep.",
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
      note: "Look at the mail first. If it only took too long, another try may work. If it is broken, it comes back here.",
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
    ...OWNER_DECIDES,
    doubt: true,
  },
  outlook_only: {
    owner: "The mail's text is in a format that only Outlook can read (winmail.dat).",
    operator: null,
    resolvedBy: [],
    help: OF_THE_MAIL,
  },
  unreadable_text: {
    owner:
      "More than a fifth of the mail's text could not be read: it was damaged on the way, or the sender's program did not name its charset.",
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
