import { bestForm } from "../../../shared/mail/best-form.ts";
import { readBody } from "../../../shared/mail/body.ts";
import * as forwarded from "../../../shared/mail/forwarded.ts";
import * as charset from "../../../shared/mail/mime/charset.ts";
import { charsetOf } from "../../../shared/mail/mime/charset-names.ts";
import { withoutPgpSignature } from "../../../shared/mail/mime/clear-signed.ts";
import { openSigned, signedContent } from "../../../shared/mail/mime/cms.ts";
import * as decodeText from "../../../shared/mail/mime/decode-text.ts";
import * as words from "../../../shared/mail/mime/encoded-words.ts";
import { enrichedText } from "../../../shared/mail/mime/enriched.ts";
import { joinFlowedLines } from "../../../shared/mail/mime/flowed.ts";
import * as guess from "../../../shared/mail/mime/guess-charset.ts";
import * as fields from "../../../shared/mail/mime/header-fields.ts";
import { letterModel } from "../../../shared/mail/mime/letter-models.ts";
import { isMultipart, partOf } from "../../../shared/mail/mime/part.ts";
import { decodeQuotedPrintable } from "../../../shared/mail/mime/quoted-printable.ts";
import { decodeUuencode, replaceUuFiles } from "../../../shared/mail/mime/uuencode.ts";
import { parseMail } from "../../../shared/mail/parse.ts";
import { readHeaders } from "../../../shared/mail/read-headers.ts";
import { scanMail } from "../../../shared/mail/scan.ts";
import { byBytes, byText, eightBit, header, part, type Rows, splitIn } from "./feeding.ts";

const AUTHOR = "From: Alice <alice@customer.example>\n";
const MIXED = "Content-Type: multipart/mixed; boundary=b";
const folded = (text: string) => text.replaceAll("\n", "\n ");
const inField = (name: string) => (text: string) =>
  parseMail(Buffer.from(`${AUTHOR}${name}: ${folded(text)}\n\nHello`));
const inBody = (more: string) => (text: string) => parseMail(Buffer.from(`${AUTHOR}${more}\n\n${text}`));

const signed = (text: string) => part(text, "application/pkcs7-mime", { filename: "smime.p7m" });
/** The first bytes of ContentInfo and its nested elements, all with indefinite lengths. */
const der = (text: string) => Buffer.concat([Buffer.from("30800609", "hex"), Buffer.from(text)]);
const budget = () => ({ bytes: 1_000_000, messages: 10 });

/** Of shared/mail/mime/ and of what takes mails apart with it. */
export const MIME: Record<string, Rows> = {
  "best-form.ts": {
    bestForm: (text) =>
      bestForm([part("", "text/plain"), part("", "text/html")], async ({ type }) => `${type} ${text}`),
    "bestForm of two texts": (text) =>
      bestForm([part("", "text/plain"), part("", "text/html")], async ({ type }) =>
        type === "text/plain" ? text.slice(0, 4_000) : text,
      ),
  },
  "body.ts": {
    readBody: (text) => readBody(part(text, "text/plain")),
    "readBody of HTML": (text) => readBody(part(text, "text/html")),
    "readBody of many parts": (text) =>
      readBody(part("", "multipart/mixed", { parts: splitIn(200, text).map((piece) => part(piece, "text/plain")) })),
    "readBody of forms": (text) =>
      readBody(part("", "multipart/alternative", { parts: [part(text, "text/plain"), part(text, "text/html")] })),
  },
  "forwarded.ts": {
    forwardedMail: (text) =>
      forwarded.forwardedMail(part(`${AUTHOR}\n${text}`, "message/rfc822"), (root) => readBody(root, budget())),
    forwardedText: (text) =>
      forwarded.forwardedText(
        splitIn(500, text).map((one) => ({ message: { from: one, date: one, subject: one, text: one, messages: [] } })),
      ),
    isMessage: (text) => forwarded.isMessage(part("", "application/octet-stream", { filename: text })),
  },
  "mime/charset.ts": {
    decodeCharset: (text) => charset.decodeCharset(Buffer.from(text), ""),
    "decodeCharset of a name": (text) => charset.decodeCharset(Buffer.from("a"), text),
    "decodeCharset of eight-bit bytes": (text) => charset.decodeCharset(eightBit(text), ""),
    decodeAs: (text) => ["us-ascii", "gb18030", "iso-2022-jp"].map((name) => charset.decodeAs(eightBit(text), name)),
    readCharset: (text) => charset.readCharset(Buffer.from(text), "iso-2022-jp"),
    "readCharset of eight-bit bytes": (text) => charset.readCharset(eightBit(text), "gbk"),
  },
  "mime/charset-names.ts": { charsetOf },
  "mime/clear-signed.ts": {
    withoutPgpSignature,
    "withoutPgpSignature below its mark": (text) =>
      withoutPgpSignature(`-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA1\n\n${text}`),
  },
  "mime/cms.ts": {
    openSigned: (text) => openSigned(signed(text)),
    "openSigned of nested elements": (text) => openSigned({ ...signed(""), body: der(text) }),
    signedContent: (text) => signedContent(Buffer.from(text)),
    "signedContent of nested elements": (text) => signedContent(der(text)),
  },
  "mime/decode-text.ts": {
    decodeTransfer: (text) =>
      ["base64", "quoted-printable", "x-uuencode", text].map((encoding) =>
        decodeText.decodeTransfer(encoding, Buffer.from(text)),
      ),
    decodedSize: (text) => decodeText.decodedSize(part(text, "text/plain", { encoding: "base64" })),
    readText: (text) => decodeText.readText(part(text, "text/html"), text.length),
    "readText flowed": (text) =>
      decodeText.readText(part(text, "text/plain", { params: { format: "flowed" } }), text.length),
  },
  "mime/encoded-words.ts": byText(words),
  "mime/enriched.ts": { enrichedText },
  "mime/flowed.ts": { joinFlowedLines: (text) => [joinFlowedLines(text, false), joinFlowedLines(text, true)] },
  "mime/guess-charset.ts": {
    charsetCost: (text) => guess.charsetCost(eightBit(text), "windows-1252"),
    eightBitLines: (text) => guess.eightBitLines(eightBit(text)),
    guessCharset: (text) => guess.guessCharset(eightBit(text)),
  },
  "mime/header-fields.ts": {
    decodedValue: (text) => fields.decodedValue(text),
    "decodedValue of eight-bit bytes": (text) => fields.decodedValue(Buffer.from(eightBit(text)).toString("latin1")),
    decodedValues: (text) =>
      fields.decodedValues(
        (
          Buffer.from(eightBit(text))
            .toString("latin1")
            .match(/[\s\S]{1,100}/g) ?? []
        ).map((value) => header("x", value)),
        "",
      ),
    fieldsOf: (text) => fields.fieldsOf(Buffer.from(text)),
    "fieldsOf one": (text) => fields.fieldsOf(Buffer.from(`X: ${folded(text)}`)),
    findStrayText: (text) => fields.findStrayText(Buffer.from(text), 10),
    "findStrayText below fields": (text) => fields.findStrayText(Buffer.from(`X: y\n${text}\nX: y`), 10),
    joinedFolds: (text) => fields.joinedFolds({ name: "x", value: text, folded: text.split("\n") }),
    utf8Value: (text) => fields.utf8Value(header("x", Buffer.from(eightBit(text)).toString("latin1"))),
  },
  "mime/letter-models.ts": {
    letterModel: (text) => {
      const model = letterModel("de");
      for (let at = 1; at < text.length; at++) model(text.charAt(at - 1), text.charAt(at), text.charAt(at + 1));
    },
  },
  "mime/part.ts": {
    isMultipart: (text) => isMultipart(part("", text)),
    partOf: (text) => partOf([header("content-type", text), header("content-disposition", text)], "text/plain"),
    "partOf a name": (text) => partOf([header("content-type", `text/plain; name="${text}"; a=${text}`)], "text/plain"),
    "partOf a type": (text) => partOf([header("content-type", `text/${text} x`)], "text/plain"),
    "partOf an encoding": (text) => partOf([header("content-transfer-encoding", text)], "text/plain"),
  },
  "mime/quoted-printable.ts": byBytes({ decodeQuotedPrintable }),
  "mime/uuencode.ts": {
    decodeUuencode,
    replaceUuFiles,
    "replaceUuFiles a file": (text) => replaceUuFiles(`begin 644 a\n${text}`),
  },
  "parse.ts": {
    ...Object.fromEntries(
      ["From", "Subject", "References", "Content-Type", "X"].map((name) => [`parseMail ${name}`, inField(name)]),
    ),
    "parseMail plain": inBody("Subject: Hello"),
    "parseMail HTML": inBody("Content-Type: text/html"),
    "parseMail quoted-printable": inBody("Content-Transfer-Encoding: quoted-printable"),
    "parseMail base64": inBody("Content-Transfer-Encoding: base64"),
    "parseMail flowed": inBody("Content-Type: text/plain; format=flowed"),
    "parseMail parts": inBody(MIXED),
    "parseMail part's headers": (text) =>
      parseMail(Buffer.from(`${AUTHOR}${MIXED}\n\n--b\nX: ${folded(text)}\n\nx\n--b--`)),
    "parseMail header block": (text) => parseMail(Buffer.from(`${text}\n\nHello`)),
  },
  "read-headers.ts": {
    readHeaders: (text) =>
      readHeaders(
        ["from", "to", "subject", "references", "in-reply-to", "message-id"].map((name) => header(name, text)),
        "",
      ),
  },
  "scan.ts": {
    scanMail: (text) => scanMail(Buffer.from(text)),
    "scanMail parts": (text) => scanMail(Buffer.from(`${MIXED}\n\n--b\n${text}`)),
  },
};
