import { scanMail } from "../scan.ts";
import { decodeTransfer } from "./decode-text.ts";
import type { Part } from "./part.ts";

/** A gateway may sign a signed mail again; one more level is allowed. */
const MAX_OPENED = 3;
const MAX_NESTING = 16;

const TYPES = new Set(["application/pkcs7-mime", "application/x-pkcs7-mime"]);
/** RFC 5652, 5.1: 1.2.840.113549.1.7.2, encoded. */
const SIGNED_DATA = Buffer.from("2a864886f70d010702", "hex");

const SEQUENCE = 0x30;
const OCTETS = 0x04;
const OCTETS_IN_PIECES = 0x24;
const OBJECT = 0x06;
const EXPLICIT = 0xa0;

/**
 * Opens S/MIME that is signed but not encrypted: the text is inside the signature (RFC 8551, 3.5.2). The signature is
 * not checked here, since other code decides what proves the sender. Encrypted parts stay as they are.
 */
export function openSigned(part: Part, left = MAX_OPENED): Part {
  if (part.parts.length > 0) return { ...part, parts: part.parts.map((child) => openSigned(child, left)) };
  const isSigned = TYPES.has(part.type) || (part.type === "application/octet-stream" && /\.p7m$/i.test(part.filename));
  if (!isSigned || left === 0) return part;
  const content = signedContent(decodeTransfer(part.encoding, part.body));
  const scan = content && scanMail(content);
  if (scan === undefined || "problem" in scan) return part;
  return { ...part, type: "multipart/signed", parts: [openSigned(scan.root, left - 1)], opened_from: part };
}

/**
 * Returns the signed content by walking through ContentInfo and SignedData (RFC 5652, 3 and 5.1); undefined for
 * anything else.
 */
export function signedContent(bytes: Uint8Array): Uint8Array | undefined {
  const info = childrenOf(bytes, elementAt(bytes, 0), SEQUENCE);
  const type = info?.[0];
  if (type?.tag !== OBJECT || !SIGNED_DATA.equals(bytes.subarray(type.start, type.end))) return undefined;
  const signed = childrenOf(bytes, childrenOf(bytes, info?.[1], EXPLICIT)?.[0], SEQUENCE);
  const content = childrenOf(bytes, signed?.[2], SEQUENCE);
  return octets(bytes, childrenOf(bytes, content?.[1], EXPLICIT)?.[0]);
}

function octets(bytes: Uint8Array, element: Element | undefined): Uint8Array | undefined {
  if (element?.tag === OCTETS) return bytes.subarray(element.start, element.end);
  const pieces = childrenOf(bytes, element, OCTETS_IN_PIECES);
  return pieces && Buffer.concat(pieces.map(({ start, end }) => bytes.subarray(start, end)));
}

/** The contents are between `start` and `end`; the next element starts at `next`. */
type Element = { tag: number; start: number; end: number; next: number };

function childrenOf(bytes: Uint8Array, parent: Element | undefined, tag: number): Element[] | undefined {
  if (parent?.tag !== tag) return undefined;
  const children: Element[] = [];
  for (let at = parent.start; at < parent.end; ) {
    const child = elementAt(bytes, at);
    if (child === undefined) break;
    children.push(child);
    at = child.next;
  }
  return children;
}

/** X.690, 8.1: reads DER, and BER with indefinite lengths, which programs write when they sign while sending. */
function elementAt(bytes: Uint8Array, at: number, depth = 0): Element | undefined {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || depth > MAX_NESTING) return undefined;
  if (first === 0x80) return openEnded(bytes, tag, at + 2, depth);
  const digits = first < 0x80 ? 0 : first & 0x7f;
  if (digits > 4) return undefined;
  let length = digits === 0 ? first : 0;
  for (const byte of bytes.subarray(at + 2, at + 2 + digits)) length = length * 256 + byte;
  const start = at + 2 + digits;
  // A truncated file returns the part that is there.
  const end = Math.min(start + length, bytes.byteLength);
  return { tag, start, end, next: end };
}

function openEnded(bytes: Uint8Array, tag: number, start: number, depth: number): Element | undefined {
  for (let at = start; at < bytes.byteLength; ) {
    if (bytes[at] === 0 && bytes[at + 1] === 0) return { tag, start, end: at, next: at + 2 };
    const child = elementAt(bytes, at, depth + 1);
    if (child === undefined) break;
    at = child.next;
  }
  return { tag, start, end: bytes.byteLength, next: bytes.byteLength };
}
