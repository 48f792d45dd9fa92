import * as address from "../../shared/mail/address.ts";
import { isNotOnAllowList } from "../../shared/mail/allow-list.ts";
import { answerHtml } from "../../shared/mail/answer-html.ts";
import { sesAuthResults } from "../../shared/mail/auth-results.ts";
import * as automatic from "../../shared/mail/automatic.ts";
import { readBody } from "../../shared/mail/body.ts";
import { cleanLine } from "../../shared/mail/clean-line.ts";
import { composeReply } from "../../shared/mail/compose.ts";
import { composeTestMail } from "../../shared/mail/compose-test-mail.ts";
import { cut } from "../../shared/mail/cut.ts";
import { decide } from "../../shared/mail/decide.ts";
import { readDeliveryEvent } from "../../shared/mail/delivery-event.ts";
import { escapeHtml } from "../../shared/mail/escape-html.ts";
import { type KnownFacts, knownFacts } from "../../shared/mail/facts.ts";
import * as headers from "../../shared/mail/headers.ts";
import * as hidden from "../../shared/mail/html/hidden.ts";
import { htmlText } from "../../shared/mail/html/html-text.ts";
import { hiddenNames } from "../../shared/mail/html/style-sheet.ts";
import { TextWriter } from "../../shared/mail/html/text-writer.ts";
import * as loop from "../../shared/mail/loop.ts";
import { mailboxes } from "../../shared/mail/mailboxes.ts";
import * as messageIds from "../../shared/mail/message-ids.ts";
import { decodeCharset } from "../../shared/mail/mime/charset.ts";
import * as decodeText from "../../shared/mail/mime/decode-text.ts";
import { unflow } from "../../shared/mail/mime/flowed.ts";
import { fieldsOf, isMultipart, type Part, partOf } from "../../shared/mail/mime/part.ts";
import { decodeQuotedPrintable } from "../../shared/mail/mime/quoted-printable.ts";
import { attributionAt } from "../../shared/mail/new-text/attribution.ts";
import { headerBlockAt } from "../../shared/mail/new-text/header-block.ts";
import { markerAt } from "../../shared/mail/new-text/marker.ts";
import * as signature from "../../shared/mail/new-text/signature.ts";
import { newText } from "../../shared/mail/new-text.ts";
import { readNotification } from "../../shared/mail/notification.ts";
import { parseMail } from "../../shared/mail/parse.ts";
import * as partTypes from "../../shared/mail/part-types.ts";
import * as proven from "../../shared/mail/proven-sender.ts";
import { isPublicMailbox } from "../../shared/mail/public-mailboxes.ts";
import { readableText } from "../../shared/mail/readable-text.ts";
import { replyBody } from "../../shared/mail/reply-body.ts";
import { ancestorIds, replyHeaders } from "../../shared/mail/reply-headers.ts";
import { replySubject } from "../../shared/mail/reply-subject.ts";
import * as replyTo from "../../shared/mail/reply-to.ts";
import { scanMail } from "../../shared/mail/scan.ts";
import * as senders from "../../shared/mail/senders.ts";
import * as thread from "../../shared/mail/thread.ts";
import * as refs from "../../shared/mail/thread-ref.ts";
import * as verdicts from "../../shared/mail/verdicts.ts";

type Fed = (text: string) => unknown;

const PASSED = { spam: "PASS", virus: "PASS", spf: "PASS", dkim: "PASS", dmarc: "PASS" } as const;
const GRAY = { ...PASSED, dmarc: "GRAY" } as const;
const NAMES = [
  ...["from", "sender", "reply-to", "to", "cc", "subject", "message-id", "in-reply-to", "references", "received"],
  ...["authentication-results", "auto-submitted", "precedence", "x-auto-response-suppress", "x-loop", "x-apple-action"],
  ...["content-type", "content-disposition", "content-transfer-encoding", "list-id"],
];
const lower = (name: string, value: string) => ({ name, value });

/** A mail whose every text is this one. */
function facts(text: string): KnownFacts {
  const mailbox = { name: text, address: `${text}@${text}` };
  return {
    ...{ envelope_from: text, verdicts: GRAY, part_types: [text], text, own_domain: "agents.example" },
    ...{
      author: mailbox,
      sender: mailbox,
      reply_to: [mailbox],
      answer_only: ["a@b.example"],
      form_domains: ["b.example"],
    },
    headers: NAMES.map((name) => lower(name, text)),
    agent: { id: "agent7", address: "help@agents.example" },
  };
}

function part(text: string, type: string, more: Partial<Part> = {}): Part {
  const body = Buffer.from(text);
  return { type, params: {}, is_attachment: false, filename: "", encoding: "", parts: [], ...more, body };
}

const AUTHOR = "From: Alice <alice@customer.example>\n";
const folded = (text: string) => text.replaceAll("\n", "\n ");
const inField = (name: string) => (text: string) =>
  parseMail(Buffer.from(`${AUTHOR}${name}: ${folded(text)}\n\nHello`));
const inBody = (fields: string) => (text: string) => parseMail(Buffer.from(`${AUTHOR}${fields}\n\n${text}`));
const MIXED = "Content-Type: multipart/mixed; boundary=b";

const reply = {
  ...{ from: { name: "Support", address: "a@agents.example" }, to: "alice@customer.example", subject: "Hello" },
  ...{ text: "Yes.", references: [], loop_id: "agent7" },
};
const testMail = {
  ...{ from: { name: "A", address: "a@b.example" }, to: "c@d.example", subject: "S", text: "T" },
  ...{ messageId: "<1@x>", at: new Date(0) },
};
const verdict = { status: "PASS" };
const notice = (text: string) => ({
  notificationType: "Received",
  mail: {
    ...{ timestamp: "2026-11-23T12:00:00.000Z", source: text, messageId: "m", headersTruncated: false },
    ...{ headers: [{ name: text, value: text }], commonHeaders: { from: [text], subject: text } },
  },
  receipt: {
    ...{ recipients: [text || "a@b"], spamVerdict: verdict, virusVerdict: verdict, spfVerdict: verdict },
    ...{ dkimVerdict: verdict, dmarcVerdict: verdict, action: { objectKey: "inbound/m" } },
  },
});
const sns = (message: object) => JSON.stringify({ Type: "Notification", Message: JSON.stringify(message) });
const everyLine = (at: (lines: string[], at: number) => unknown) => (text: string) => {
  const lines = text.split("\n");
  for (let i = 0; i < lines.length; i++) at(lines, i);
};
const splitIn = (count: number, text: string) =>
  Array.from({ length: count }, (_, i) => text.slice((i * text.length) / count, ((i + 1) * text.length) / count));

/**
 * How each function that shared/mail/ exports is fed with a text of any length, by its file and its name; what stands
 * after a blank tells rows of one function apart. A new export without a row fails tests/shared/mail/linear.test.ts.
 */
export const MAIL_FUNCTIONS: Record<string, Record<string, Fed>> = {
  "address.ts": {
    domainOf: address.domainOf,
    isPlainAddress: (text) => [address.isPlainAddress(text), address.isPlainAddress(`${text}@${text}`)],
    isSameMailbox: (text) => address.isSameMailbox(text, `${text}.`),
    isWithin: (text) => address.isWithin(text, `.${text}`),
    localPartOf: address.localPartOf,
  },
  "allow-list.ts": { isNotOnAllowList: (text) => isNotOnAllowList(facts(text)) },
  "answer-html.ts": { answerHtml },
  "auth-results.ts": {
    sesAuthResults: (text) => sesAuthResults([lower("authentication-results", text), lower("received", text)]),
    "sesAuthResults of SES": (text) =>
      sesAuthResults([
        lower(
          "authentication-results",
          `amazonses.com; spf=pass ${text}; helo=a.b; ${text} dkim=pass header.i=${text};`,
        ),
        lower("received", `from ${text} by inbound-smtp.us-east-1.amazonaws.com with SMTP`),
      ]),
  },
  "automatic.ts": {
    hasAutomaticSubject: (text) => automatic.hasAutomaticSubject(facts(text)),
    isAutoSubmitted: (text) => automatic.isAutoSubmitted(facts(text)),
    isBulk: (text) => automatic.isBulk(facts(text)),
    isFromList: (text) => automatic.isFromList(facts(text)),
    isGenerated: (text) => automatic.isGenerated(facts(text)),
    isReport: (text) => automatic.isReport(facts(text)),
    suppressesAnswers: (text) => automatic.suppressesAnswers(facts(text)),
  },
  "body.ts": {
    readBody: (text) => readBody(part(text, "text/plain")),
    "readBody of HTML": (text) => readBody(part(text, "text/html")),
    "readBody of many parts": (text) =>
      readBody(part("", "multipart/mixed", { parts: splitIn(200, text).map((piece) => part(piece, "text/plain")) })),
  },
  "clean-line.ts": { cleanLine: (text) => cleanLine(text, text.length) },
  "compose-test-mail.ts": {
    "composeTestMail text": (text) => composeTestMail({ ...testMail, text }),
    "composeTestMail subject": (subject) => composeTestMail({ ...testMail, subject }),
  },
  "compose.ts": {
    "composeReply text": (text) => composeReply({ ...reply, text }),
    "composeReply quoted": (text) => composeReply({ ...reply, quoted: { from: text, at: "2026-11-23T12:00", text } }),
    "composeReply subject": (subject) => composeReply({ ...reply, subject }),
    "composeReply name": (name) => composeReply({ ...reply, from: { ...reply.from, name } }),
  },
  "cut.ts": { cut: (text) => cut(text, text.length / 2) },
  "decide.ts": { decide: (text) => decide(facts(text)) },
  "delivery-event.ts": {
    readDeliveryEvent: (text) =>
      readDeliveryEvent(
        sns({ eventType: "Bounce", mail: { messageId: text, tags: { user_id: [text], run_id: [text] } } }),
      ),
  },
  "escape-html.ts": { escapeHtml },
  "facts.ts": { knownFacts: (text) => knownFacts({ ...facts(text), from: undefined, reply_to: undefined }) },
  "headers.ts": {
    headerValues: (text) => headers.headerValues(facts(text).headers, text),
    keyword: headers.keyword,
    withoutComments: headers.withoutComments,
  },
  "html/hidden.ts": {
    isUnseen: (text) => hidden.isUnseen({ style: text }),
    lookOf: (text) => hidden.lookOf({ style: text, bgcolor: text, color: text }, false),
  },
  "html/html-text.ts": {
    htmlText,
    "htmlText in a table": (text) => htmlText(`<table><tr><td>${text}</table>`),
    "htmlText in a link": (text) => htmlText(`<a href="https://a.example/${text}">${text}</a>`),
    "htmlText in an attribute": (text) => htmlText(`<p style="${text}" class="${text}">x</p>`),
    "htmlText in a style sheet": (text) => htmlText(`<style>${text}</style><p>x</p>`),
  },
  "html/style-sheet.ts": {
    hiddenNames,
    "hiddenNames in a rule": (text) => hiddenNames(`.a{${text}}`),
    "hiddenNames in a comment": (text) => hiddenNames(`/*${text}*/.a{display:none}`),
  },
  "html/text-writer.ts": {
    TextWriter: (text) => {
      const writer = new TextWriter();
      writer.text(text);
      for (const char of text) writer.text(char);
      writer.verbatim(text);
      for (const line of text.split("\n")) {
        writer.text(line);
        writer.paragraph();
      }
      return writer.end();
    },
  },
  "loop.ts": {
    hasTooManyHops: (text) => loop.hasTooManyHops(facts(text)),
    isLongThread: (text) => loop.isLongThread(facts(text)),
  },
  "mailboxes.ts": {
    mailboxes: (text) => mailboxes([lower("from", text)], "from"),
    "mailboxes of one": (text) => mailboxes([lower("from", `"${text}" <a@${text}>`)], "from"),
  },
  "message-ids.ts": {
    fewIds: (text) => messageIds.fewIds(splitIn(500, text)),
    messageIds: messageIds.messageIds,
    "messageIds in brackets": (text) => messageIds.messageIds(`<${text}@${text}>`),
  },
  "mime/charset.ts": {
    decodeCharset: (text) => decodeCharset(Buffer.from(text), ""),
    "decodeCharset of a name": (text) => decodeCharset(Buffer.from("a"), text),
    "decodeCharset of eight-bit bytes": (text) =>
      decodeCharset(
        Buffer.from(text, "latin1").map((byte) => byte | 128),
        "",
      ),
  },
  "mime/decode-text.ts": {
    decodeText: (text) => decodeText.decodeText(part(text, "text/html"), text.length),
    "decodeText flowed": (text) =>
      decodeText.decodeText(part(text, "text/plain", { params: { format: "flowed" } }), text.length),
    decodeTransfer: (text) => decodeText.decodeTransfer("base64", Buffer.from(text)),
    decodedSize: (text) => decodeText.decodedSize(part(text, "text/plain", { encoding: "base64" })),
  },
  "mime/flowed.ts": { unflow: (text) => [unflow(text, false), unflow(text, true)] },
  "mime/part.ts": {
    fieldsOf: (text) => fieldsOf(Buffer.from(text)),
    isMultipart: (text) => isMultipart(part("", text)),
    partOf: (text) => partOf([lower("content-type", text), lower("content-disposition", text)], "text/plain"),
    "partOf a name": (text) => partOf([lower("content-type", `text/plain; name="${text}"; a=${text}`)], "text/plain"),
    "partOf a type": (text) => partOf([lower("content-type", `text/${text} x`)], "text/plain"),
  },
  "mime/quoted-printable.ts": { decodeQuotedPrintable: (text) => decodeQuotedPrintable(Buffer.from(text)) },
  "new-text/attribution.ts": {
    attributionAt: everyLine(attributionAt),
    "attributionAt a date": (text) => attributionAt([`On 3 May 2026, Bob ${text}`, "wrote:"], 0),
  },
  "new-text/header-block.ts": { headerBlockAt: everyLine(headerBlockAt) },
  "new-text/marker.ts": { markerAt: everyLine(markerAt) },
  "new-text/signature.ts": {
    isMobileSignature: signature.isMobileSignature,
    isStroke: signature.isStroke,
    signatureStart: (text) => signature.signatureStart(text.split("\n")),
  },
  "new-text.ts": {
    newText,
    "newText below words": (text) => newText(`Hello,\n\n${text}`),
    "newText above words": (text) => newText(`${text}\nBye`),
  },
  "notification.ts": { readNotification: (text) => readNotification(sns(notice(text))) },
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
  "part-types.ts": {
    isCalendar: (text) => partTypes.isCalendar(facts(text)),
    isEncrypted: (text) => partTypes.isEncrypted(facts(text)),
    isOutlookOnly: (text) => partTypes.isOutlookOnly(facts(text)),
  },
  "proven-sender.ts": {
    isProven: (text) => proven.isProven({ ...facts(text), envelope_from: "a@b.example" }),
    lacksVerdict: (text) => proven.lacksVerdict(facts(text)),
  },
  "public-mailboxes.ts": { isPublicMailbox },
  "readable-text.ts": { readableText },
  "reply-body.ts": {
    replyBody: (text) => replyBody(text),
    "replyBody quoted": (text) => replyBody("Yes.", { from: text, at: "2026-11-23T12:00", text }),
  },
  "reply-headers.ts": {
    ancestorIds: (text) => ancestorIds({ references: [text], in_reply_to: [text] }),
    replyHeaders: (text) =>
      replyHeaders({ subject: text, message_id: text, references: splitIn(500, text), in_reply_to: [] }),
  },
  "reply-subject.ts": { replySubject },
  "reply-to.ts": {
    answerTo: (text) => replyTo.answerTo(facts(text)),
    isForeignReplyTo: (text) => replyTo.isForeignReplyTo(facts(text)),
    isUnprovenReplyTo: (text) => replyTo.isUnprovenReplyTo(facts(text)),
    isUnusualAddress: (text) => replyTo.isUnusualAddress(facts(text)),
  },
  "scan.ts": {
    scanMail: (text) => scanMail(Buffer.from(text)),
    "scanMail parts": (text) => scanMail(Buffer.from(`${MIXED}\n\n--b\n${text}`)),
  },
  "senders.ts": {
    isOwnDomain: (text) => senders.isOwnDomain(facts(text)),
    isSystem: (text) => senders.isSystem(facts(text)),
    takesNoReplies: (text) => senders.takesNoReplies(facts(text)),
  },
  "thread-ref.ts": {
    latestThreadRef: (text) => refs.latestThreadRef(splitIn(500, text), text),
    readThreadRef: refs.readThreadRef,
    threadRef: (text) => refs.threadRef({ root: text, answers: 1 }, text, text),
  },
  "thread.ts": {
    firstRoot: (text) =>
      thread.firstRoot({ references: [text], in_reply_to: [], message_id: text, ses_message_id: "m" }),
    sesIds: (text) => thread.sesIds({ references: splitIn(500, text), in_reply_to: [`<${text}@${text}>`] }),
    threadId: (text) => thread.threadId(text, text, text),
  },
  "verdicts.ts": {
    checksOff: (status) =>
      verdicts.checksOff({ spam: { status }, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }),
    readVerdicts: (status) =>
      verdicts.readVerdicts({ spam: { status }, virus: verdict, spf: verdict, dkim: verdict, dmarc: verdict }),
  },
};
