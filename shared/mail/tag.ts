/** The form of our addresses, with the tag that senders may put before the "@" (RFC 5233). */
const TAGGED = /^([a-z0-9._-]{1,64})(?:\+([a-z0-9!#$%&'*+/=?^_`{|}~.-]{0,64}))?@([a-z0-9.-]{1,253})$/;

export type TaggedAddress = {
  /** The mailbox without the tag, in lower case. */
  address: string;
  /** The text after the first plus; undefined without one. */
  tag: string | undefined;
};

/**
 * Splits one of our addresses: `agent+shop@domain` is agent@domain with the tag "shop". Undefined if the address does
 * not have our form.
 */
export function readTagged(address: string): TaggedAddress | undefined {
  const [, mailbox, tag, domain] = TAGGED.exec(address.toLowerCase()) ?? [];
  return mailbox === undefined ? undefined : { address: `${mailbox}@${domain}`, tag: tag || undefined };
}

/** True for the mailbox itself, with or without a tag. */
export function isMailboxOf(address: string, mailbox: string): boolean {
  return readTagged(address)?.address === mailbox.toLowerCase();
}

/** True for any address of the agent, with or without a tag. */
export function isAddressOf(address: string, agent: { address: string; others?: string[] | undefined }): boolean {
  return [agent.address, ...(agent.others ?? [])].some((own) => isMailboxOf(address, own));
}
