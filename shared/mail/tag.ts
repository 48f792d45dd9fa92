/** What an address of ours can look like, and what senders may put between it and the "@" (RFC 5233). */
const TAGGED = /^([a-z0-9]{1,64})(?:\+([a-z0-9!#$%&'*+/=?^_`{|}~.-]{0,64}))?@([a-z0-9.-]{1,253})$/;

export type TaggedAddress = {
  /** The mailbox alone, in lower case. */
  address: string;
  /** What followed the first plus; undefined where nothing did. */
  tag: string | undefined;
};

/** Takes an address of ours apart: `agent+shop@domain` is agent@domain with the tag "shop". Undefined for no form of ours. */
export function readTagged(address: string): TaggedAddress | undefined {
  const [, mailbox, tag, domain] = TAGGED.exec(address.toLowerCase()) ?? [];
  return mailbox === undefined ? undefined : { address: `${mailbox}@${domain}`, tag: tag || undefined };
}

/** True for the mailbox itself and for it with any tag. */
export function isMailboxOf(address: string, mailbox: string): boolean {
  return readTagged(address)?.address === mailbox.toLowerCase();
}
