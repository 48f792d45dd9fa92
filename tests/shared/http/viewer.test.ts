import { expect, test } from "vitest";
import { viewerOf } from "../../../shared/http/viewer.ts";

const PROOF = "what only our CloudFront says";
const EDGE = "130.176.1.2";

test.each([
  ["straight at the API, the other end of the connection", "198.51.100.7", "", undefined, "198.51.100.7"],
  ["straight at the API with a header of its own", "198.51.100.7", "203.0.113.1", undefined, "198.51.100.7"],
  ["straight at the API with a guess at the proof", "198.51.100.7", "203.0.113.1", "guess", "198.51.100.7"],
  ["through our CloudFront, the viewer", EDGE, `198.51.100.7, ${EDGE}`, PROOF, "198.51.100.7"],
  ["through our CloudFront, where the gateway adds nothing", EDGE, "198.51.100.7", PROOF, "198.51.100.7"],
  [
    "through our CloudFront with inventions before it",
    EDGE,
    `1.1.1.1, 2.2.2.2,198.51.100.7, ${EDGE}`,
    PROOF,
    "198.51.100.7",
  ],
  ["through somebody else's CloudFront, that one", EDGE, `198.51.100.7, ${EDGE}`, undefined, EDGE],
  ["with no address but CloudFront's", EDGE, "", PROOF, EDGE],
  ["by IPv4 written as IPv6", "::ffff:198.51.100.7", "", undefined, "198.51.100.7"],
  ["by IPv6, the network of it", "2001:db8:1:2:3:4:5:6", "", undefined, "2001:db8:1:2::/64"],
  ["by IPv6 in short, the same network", "2001:0DB8:1:2::9", "", undefined, "2001:db8:1:2::/64"],
  ["by IPv6 with a gap in the network", "2001:db8::1", "", undefined, "2001:db8:0:0::/64"],
])("a caller is, %s", (_, peer, forwardedFor, edge, viewer) => {
  expect(viewerOf({ peer, forwardedFor, edge }, PROOF)).toBe(viewer);
});
