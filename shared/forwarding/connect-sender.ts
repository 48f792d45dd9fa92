/** The sender of test mails. No agent can have this address, so what answers it is ignored silently. */
export const CONNECT_LOCAL_PART = "connect";

export function connectAddress(mailDomain: string): string {
  return `${CONNECT_LOCAL_PART}@${mailDomain}`;
}
