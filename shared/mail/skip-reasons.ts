import type { SkippedReason } from "../reasons/reason.ts";

const ROBOT = "If a program sent it, nobody may read the answer, or the program may answer back.";
const LIST = "An answer goes only to the author, not to the list's readers.";
const SUSPECT = "If you know the sender, you can have it answered. An answer goes only to a proven sender.";

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
    owner: "The sender's address does not accept replies.",
    operator: null,
    skipped: { note: "Nobody may read what is sent there." },
  },
  delivery_report: {
    owner: "The mail is a report from a mail system (a bounce, a receipt, a complaint, or a DMARC report).",
    operator: null,
    skipped: { note: ROBOT },
  },
  auto_generated: {
    owner: "The mail is an automatic answer from a machine, or one of our own answers that came back.",
    operator: null,
    skipped: { note: ROBOT },
  },
  automatic_subject: {
    owner: "The subject marks an automatic answer.",
    operator: null,
    skipped: { note: ROBOT },
  },
  too_many_hops: {
    owner: "The mail passed through so many servers that it must be in a loop.",
    operator: null,
    skipped: { note: "It may be part of a loop, and an answer may join the loop." },
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
