/**
 * Who notices are from. No agent can have this address: an agent's is ten characters long and holds no `o` (see
 * shared/ids.ts). What is sent to it belongs to no agent and is passed over in silence, like any unknown address.
 */
export const NOTICES_LOCAL_PART = "notices";

export function noticesAddress(mailDomain: string): string {
  return `${NOTICES_LOCAL_PART}@${mailDomain}`;
}
