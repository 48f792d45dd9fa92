import type { SkippedReason } from "../reasons/reason.ts";

const ROBOT = "If a program sent it, perhaps nobody reads the answer, or the program answers back.";
const LIST = "An answer goes to the author alone, not to the list's readers.";
const SUSPECT = "If you know the sender, you can have it answered. An answer goes to a proven sender alone.";

/** Why a mail is passed over: a robot or a forger wrote it. It does not wait for its owner. */
export const SKIP_REASONS = {
  virus: {
    owner: "The mail carries a virus.",
    operator: null,
    skipped: { note: SUSPECT },
  },
  spam: {
    owner: "The mail is spam.",
    operator: null,
    skipped: { note: SUSPECT },
  },
  dmarc_fail: {
    owner: "The mail is a forgery: the domain in its From did not send it (DMARC).",
    operator: null,
    skipped: { never: "The mail is a forgery: nothing proves who wrote it, so an answer would go to a stranger." },
  },
  null_sender: {
    owner: "The mail has no return address, so it is a bounce or another report by a machine.",
    operator: null,
    skipped: { never: "The mail has no return address, so there is nobody to answer." },
  },
  auto_submitted: {
    owner: "The mail was sent by a machine (Auto-Submitted).",
    operator: null,
    skipped: { note: ROBOT },
  },
  bulk_precedence: {
    owner: "The mail was sent in bulk (Precedence).",
    operator: null,
    skipped: { note: LIST },
  },
  mailing_list: {
    owner: "The mail came through a mailing list.",
    operator: null,
    skipped: { note: LIST },
  },
  system_sender: {
    owner: "The sender is a mail system, not a person.",
    operator: null,
    skipped: { note: ROBOT },
  },
  no_reply_sender: {
    owner: "The sender's address takes no replies.",
    operator: null,
    skipped: { note: "Perhaps nobody reads what is sent there." },
  },
  delivery_report: {
    owner: "The mail is a mail system's report (a bounce, a receipt, a complaint, or on DMARC).",
    operator: null,
    skipped: { note: ROBOT },
  },
  auto_generated: {
    owner: "The mail is another machine's automatic answer, or our own that came back.",
    operator: null,
    skipped: { note: ROBOT },
  },
  automatic_subject: {
    owner: "The subject is that of an automatic answer.",
    operator: null,
    skipped: { note: ROBOT },
  },
  too_many_hops: {
    owner: "The mail passed through so many servers that it must go round in a loop.",
    operator: null,
    skipped: { note: "It may go round in a loop, and an answer may, too." },
  },
  own_domain: {
    owner: "The mail comes from an agent's domain. Agents do not answer each other.",
    operator: null,
    skipped: { never: "The mail comes from an agent's domain. Agents do not answer each other." },
  },
  no_from: {
    owner: "The mail does not name exactly one author (From).",
    operator: null,
    skipped: { never: "The mail does not name exactly one author, so there is nobody to answer." },
  },
} as const satisfies Record<string, SkippedReason>;
