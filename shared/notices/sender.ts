/**
 * The sender of notices. No agent can have this address: an agent's local part has ten characters and no `o` (see
 * shared/ids.ts). Mail to it belongs to no agent and is ignored silently, like mail to any unknown address.
 */
export const NOTICES_LOCAL_PART = "notices";

export function noticesAddress(mailDomain: string): string {
  return `${NOTICES_LOCAL_PART}@${mailDomain}`;
}
