import { isIPv6 } from "node:net";

/** What CloudFront puts on each request that it hands to the API, with a word that only the stack knows. */
export const EDGE_HEADER = "x-latchkey-edge";

/** Where a request came from, as the gateway saw it. Only `peer` cannot be forged. */
export type Origin = { peer: string; forwardedFor: string; edge: string | undefined };

/** What a function's event and an authorizer's have in common. */
type Request = {
  headers: Record<string, string | undefined>;
  requestContext: { http: { sourceIp: string } };
};

export function originOf({ headers, requestContext }: Request): Origin {
  return {
    peer: requestContext.http.sourceIp,
    forwardedFor: headers["x-forwarded-for"] ?? "",
    edge: headers[EDGE_HEADER],
  };
}

/**
 * The address that the caller's limits are counted by. Straight at the API it is the other end of the connection. Through
 * our CloudFront, which says so by `proof`, that end is CloudFront, and it has put the viewer's address at the end of
 * X-Forwarded-For; the viewer may have invented everything before it. API Gateway may add CloudFront's own address.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html
 */
export function viewerOf({ peer, forwardedFor, edge }: Origin, proof: string): string {
  if (edge !== proof) return network(peer);
  const named = forwardedFor.split(",").map((address) => address.trim());
  const viewer = named.findLast((address) => address !== "" && address !== peer);
  return network(viewer ?? peer);
}

/** A home or a phone has a whole /64 of IPv6, and would be another caller with each address of it. */
function network(address: string): string {
  const bare = address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, "");
  return isIPv6(bare) ? `${wordsOf(bare).slice(0, 4).join(":")}::/64` : bare;
}

/** The eight words of an address, `::` written out and without leading zeros. */
function wordsOf(address: string): string[] {
  const [head = "", tail] = address.split("::", 2);
  const words = (part: string) => (part === "" ? [] : part.split(":").map((word) => word.replace(/^0+(?=.)/, "")));
  if (tail === undefined) return words(head);
  const [before, after] = [words(head), words(tail)];
  return [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
}
