import { type Mailbox, type MailboxState, mailboxState } from "../mailboxes/mailbox.ts";
import type { TestResult } from "./test-result.ts";
import { wayName } from "./ways.ts";

/** What a test tells the owner, in sentences. */
export type Explained = {
  state: MailboxState;
  /** How it stands, in one sentence. */
  title: string;
  answered: string[];
  held: string[];
  /** What is probably wrong, and what to do about it. */
  advice: string[];
};

/** What follows from a mailbox's last test: what the agent answers, what waits for the owner, and what would change that. */
export function explainMailbox(mailbox: Mailbox, now: Date): Explained {
  const state = mailboxState(mailbox, now);
  const { result, address } = mailbox;
  switch (state) {
    case "waiting":
      return {
        ...nothing(state),
        title:
          mailbox.sent_at === undefined
            ? "The test mail leaves in a moment."
            : `A test mail is on its way to ${address}.`,
        advice: mailbox.send_failed ? ["The test mail was refused. Check the address and test again."] : [],
      };
    case "connected":
      return connected(mailbox, result);
    case "changed":
      return changed(mailbox, result);
    case "disconnected":
      return {
        ...nothing(state),
        title: `The last test mail did not come back. Mail to ${address} may no longer reach the agent.`,
        advice: causes(mailbox),
      };
    case "not_arrived":
      return { ...nothing(state), title: `The test mail to ${address} has not come back.`, advice: causes(mailbox) };
  }
}

function nothing(state: MailboxState): Explained {
  return { state, title: "", answered: [], held: [], advice: [] };
}

function connected({ address }: Mailbox, result: TestResult | undefined): Explained {
  const name = result === undefined ? "your mailbox" : wayName(result.way, address);
  const signed = "Mails whose sender's domain signs them (DKIM), as nearly all large providers and firms do.";
  const sealed = `Also mails that ${name} changes or that carry no signature, as long as ${name} found their sender proved: its seal says so (ARC, ${result?.sealer ?? ""}).`;
  const unsigned = `Mails of domains that sign nothing. What else proves a sender (SPF) does not survive forwarding, and ${name} does not seal.`;
  const hasDkim = result?.dkim === "pass";
  return {
    state: "connected",
    title: `Connected. ${capital(name)} forwards mail to ${address} to the agent.`,
    answered: [
      ...(hasDkim ? [signed] : []),
      ...(result?.sealer === undefined
        ? []
        : [hasDkim ? sealed : `Mails whose sender ${name} found proved: its seal says so (ARC, ${result.sealer}).`]),
    ],
    held: [
      ...(result?.sealer === undefined ? [unsigned] : [`Mails whose sender ${name} itself could not prove.`]),
      "Newsletters, automatic notes, and copies of what you write yourself get no answer.",
    ],
    advice: hasDkim
      ? []
      : [`${capital(name)} changes mails on the way, so senders' own signatures do not fit any more.`],
  };
}

function changed({ address }: Mailbox, result: TestResult | undefined): Explained {
  const name = result === undefined ? "your mailbox" : wayName(result.way, address);
  return {
    state: "changed",
    title: `The test mail came back, but ${name} changed it on the way.`,
    answered: [],
    held: ["All mails that come this way, because nothing proves any more who wrote them."],
    advice: result === undefined ? [] : remedies(result, name),
  };
}

function remedies(result: TestResult, name: string): string[] {
  if (!result.from_kept && (result.way === "google_group" || result.way === "list")) {
    return [
      `${capital(name)} put its own address into From. Groups do that for senders with a strict policy (DMARC). Forward from a mailbox, or by a routing rule, in place of the group.`,
    ];
  }
  if (!result.from_kept) {
    return [
      "The mail was forwarded in the mailbox's own name, as by hand. Choose “redirect” in place of “forward”, so that From stays as the sender wrote it.",
    ];
  }
  return [
    ...(result.subject_kept
      ? []
      : ["Words were added to the subject, such as [External]. Turn that off for forwarded mail."]),
    ...(result.subject_kept
      ? [
          "Something was added to or taken out of the mail: a footer, a warning, an attachment. Turn that off for forwarded mail.",
        ]
      : []),
  ];
}

/** Likely causes, the most likely first, by what is known of the mailbox's provider. */
function causes({ address, send_failed, result, tested_at }: Mailbox): string[] {
  if (send_failed) return ["The test mail was refused. Check the address and test again."];
  if (result !== undefined && result.at >= tested_at && result.outcome === "answered") {
    return [
      "An automatic answer came from the mailbox, so the mail arrived there, but it was not forwarded. Turn forwarding on.",
    ];
  }
  const domain = address.slice(address.lastIndexOf("@") + 1);
  return [
    "Forwarding may not be turned on or confirmed yet. Follow the guide for your provider below to its last step.",
    ...(domain === "gmail.com" || domain === "googlemail.com"
      ? []
      : ["Microsoft 365 lets no mail be forwarded outside until an administrator allows it (error 5.7.520)."]),
    "The test mail may lie in the mailbox's spam folder. Spam is not forwarded: mark it as no spam and test again.",
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
