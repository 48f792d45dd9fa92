import { isIP } from "node:net";
import { isPublicAddress } from "./special-addresses.ts";

/** Where a call may go. */
export type TargetRules = {
  /** Our own names, in lower case: neither they nor what lies below them may be called. */
  ownHosts: readonly string[];
  /** One machine may call receivers of its own by http. The deployed stack has no setting for it. */
  localTargets: boolean;
};

/** 8443 is the usual second port of HTTPS. Other ports would let an owner try other services of a host. */
const PORTS = ["", "443", "8443"];
const MAX_URL = 2_000;

/** Names that are for one machine or one network, or that never resolve (RFC 6761, 6762, 7686, 8375, 9476). */
const NOT_PUBLIC = [
  "localhost",
  "local",
  "internal",
  "home.arpa",
  "arpa",
  "onion",
  "test",
  "invalid",
  "example",
  "alt",
  "lan",
];

/**
 * Why a URL can be no target, as a sentence for its owner; undefined where it may be one. A name is only read here: what
 * it resolves to is checked at each call.
 */
export function targetFault(text: string, rules: TargetRules): string | undefined {
  if (text.length > MAX_URL) return `must be at most ${MAX_URL} characters long`;
  const url = URL.parse(text);
  if (url === null) return "must be a URL, such as https://shop.com/latchkey";
  const host = hostOf(url);
  if (rules.localTargets && isThisMachine(host) && /^https?:$/.test(url.protocol)) return credentialsFault(url);
  if (url.protocol !== "https:") return "must begin with https://";
  if (!PORTS.includes(url.port)) return "must use port 443 or 8443";
  return credentialsFault(url) ?? hostFault(host, rules.ownHosts);
}

/** The host in lower case, without brackets and without the dot that ends a full name. */
export function hostOf({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
}

/** True for the names and addresses of the machine itself that one machine may call. */
export function isThisMachine(host: string): boolean {
  return host === "localhost" || host === "127.0.0.1" || host === "::1";
}

function credentialsFault({ username, password }: URL): string | undefined {
  return username === "" && password === "" ? undefined : "must not contain a user name or password";
}

function hostFault(host: string, ownHosts: readonly string[]): string | undefined {
  if (isIP(host) !== 0) return isPublicAddress(host) ? undefined : "must not be a private or reserved address";
  if (!host.includes(".") || NOT_PUBLIC.some((name) => isWithin(host, name)))
    return "must be a name of the public Internet";
  return ownHosts.some((own) => isWithin(host, own)) ? "must not be an address of Latchkey itself" : undefined;
}

function isWithin(host: string, name: string): boolean {
  return host === name || host.endsWith(`.${name}`);
}
