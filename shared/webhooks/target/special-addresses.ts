import { BlockList, isIPv6 } from "node:net";

/**
 * Ranges that no webhook may reach: IANA's registries of special-purpose addresses, also the few rows that are reachable
 * from everywhere since no receiver of a webhook is among them, with multicast and what is reserved. November 2026.
 * https://www.iana.org/assignments/iana-ipv4-special-registry
 * https://www.iana.org/assignments/iana-ipv6-special-registry
 */
const V4: readonly [string, number, string][] = [
  ["0.0.0.0", 8, "this network (RFC 791)"],
  ["10.0.0.0", 8, "private use (RFC 1918)"],
  ["100.64.0.0", 10, "shared address space of carriers (RFC 6598)"],
  ["127.0.0.0", 8, "loopback (RFC 1122)"],
  ["169.254.0.0", 16, "link local, and the metadata of clouds (RFC 3927)"],
  ["172.16.0.0", 12, "private use (RFC 1918)"],
  ["192.0.0.0", 24, "IETF protocol assignments (RFC 6890)"],
  ["192.0.2.0", 24, "documentation (RFC 5737)"],
  ["192.31.196.0", 24, "AS112 (RFC 7535)"],
  ["192.52.193.0", 24, "AMT relays (RFC 7450)"],
  ["192.88.99.0", 24, "6to4 relays, deprecated (RFC 7526)"],
  ["192.168.0.0", 16, "private use (RFC 1918)"],
  ["192.175.48.0", 24, "AS112 (RFC 7534)"],
  ["198.18.0.0", 15, "benchmarking (RFC 2544)"],
  ["198.51.100.0", 24, "documentation (RFC 5737)"],
  ["203.0.113.0", 24, "documentation (RFC 5737)"],
  ["224.0.0.0", 4, "multicast (RFC 5771)"],
  ["240.0.0.0", 4, "reserved, and the limited broadcast (RFC 1112)"],
];

/** Within 2000::/3. All other IPv6 is not global unicast: loopback, mapped IPv4, NAT64, unique local, link local, multicast. */
const V6: readonly [string, number, string][] = [
  ["2001::", 23, "IETF protocol assignments, Teredo among them (RFC 2928)"],
  ["2001:db8::", 32, "documentation (RFC 3849)"],
  ["2002::", 16, "6to4, which holds an IPv4 address (RFC 3056)"],
  ["2620:4f:8000::", 48, "AS112 (RFC 7534)"],
  ["3fff::", 20, "documentation (RFC 9637)"],
];

const special = new BlockList();
for (const [net, bits] of V4) special.addSubnet(net, bits, "ipv4");
for (const [net, bits] of V6) special.addSubnet(net, bits, "ipv6");

const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");

/** True for an address of the public Internet. @param address in the form that a resolver or WHATWG's URL gives, without brackets */
export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return globalUnicast.check(address, "ipv6") && !special.check(address, "ipv6");
  return /^\d+\.\d+\.\d+\.\d+$/.test(address) && !special.check(address, "ipv4");
}
