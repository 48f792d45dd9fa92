import type { Address } from "./address.ts";
import { type Header, headerValues } from "./headers.ts";
import { mailboxes } from "./mailboxes.ts";
import type { Verdicts } from "./verdicts.ts";

/** What is known of a mail when it is decided whether it gets an answer. */
export type MailFacts = {
  /** The envelope's sender; "" for `<>`. */
  envelope_from: string;
  verdicts: Verdicts;
  headers: Header[];
  /** The mailboxes of From, Sender and Reply-To; read from the headers where they are left out. */
  from?: Address[] | undefined;
  sender?: Address | undefined;
  reply_to?: Address[] | undefined;
  /** The types of the message and its parts; null while only the headers were read. */
  part_types: string[] | null;
  /** The names of the files that came with it; none while only the headers were read. */
  filenames?: string[] | undefined;
  /** The readable text; undefined while only the headers were read. */
  text?: string | undefined;
  /** The domain of all agents' addresses. */
  own_domain: string;
  agent: { id: string; address: string };
  /** The domains whose mails may name another address in Reply-To, as the owner lists them; no mailbox provider's. */
  form_domains?: string[] | undefined;
  /** Whom alone the agent answers: mailboxes and domains; empty or left out for everybody. */
  answer_only?: string[] | undefined;
  /** The owner asked for this one answer: what only guesses at a robot gives way, and what the owner limits; see rules.ts. */
  owner_asked?: boolean | undefined;
};

/** The facts as the rules read them. */
export type KnownFacts = Omit<MailFacts, "from" | "sender" | "reply_to"> & {
  /** The one mailbox in the one From field; undefined where it is missing, empty or ambiguous (RFC 5322, 3.6.2). */
  author: Address | undefined;
  sender: Address | undefined;
  reply_to: Address[];
};

export function knownFacts({ from, sender, reply_to, ...facts }: MailFacts): KnownFacts {
  const { headers } = facts;
  const authors = from ?? mailboxes(headers, "from");
  const isOne = authors.length === 1 && headerValues(headers, "from").length === 1;
  return {
    ...facts,
    author: isOne ? authors[0] : undefined,
    sender: sender ?? mailboxes(headers, "sender")[0],
    reply_to: reply_to ?? mailboxes(headers, "reply-to"),
  };
}
