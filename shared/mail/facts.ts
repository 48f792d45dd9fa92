import type { Address } from "./address.ts";
import { type Header, headerValues } from "./headers.ts";
import { mailboxes } from "./mailboxes.ts";
import type { Verdicts } from "./verdicts.ts";

/** The facts that decide whether a mail gets an answer. */
export type MailFacts = {
  /** The envelope's sender; "" for `<>`. */
  envelope_from: string;
  verdicts: Verdicts;
  headers: Header[];
  /** The mailboxes of From, Sender and Reply-To; read from the headers if left out. */
  from?: Address[] | undefined;
  sender?: Address | undefined;
  reply_to?: Address[] | undefined;
  /** The types of the message and its parts; null while only the headers were read. */
  part_types: string[] | null;
  /** The names of the attached files; none while only the headers were read. */
  filenames?: string[] | undefined;
  /** The readable text; undefined while only the headers were read. */
  text?: string | undefined;
  /** The domain of all agents' addresses. */
  own_domain: string;
  /** `address` is the one that the mail came to, `others` are the agent's other ones. */
  agent: { id: string; address: string; others?: string[] | undefined };
  /**
   * The domains that the owner lists as allowed to name another address in Reply-To; never a mailbox provider's
   * domain.
   */
  form_domains?: string[] | undefined;
  /** The only mailboxes and domains that the agent answers; empty or left out for everybody. */
  answer_only?: string[] | undefined;
  /**
   * The owner asked to have this mail answered: rules that only guess at a robot and the owner's own limits do not
   * apply (see rules.ts).
   */
  owner_asked?: boolean | undefined;
};

/** The facts in the form that the rules read. */
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
