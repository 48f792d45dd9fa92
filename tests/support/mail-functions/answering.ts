import MarkdownIt from "markdown-it";
import { elementsOf } from "../../../shared/mail/answer-elements.ts";
import { answerHtml } from "../../../shared/mail/answer-html.ts";
import { answerLine } from "../../../shared/mail/answer-line.ts";
import { answerMarksLength } from "../../../shared/mail/answer-marks.ts";
import { composeReply } from "../../../shared/mail/compose.ts";
import { composeSummary } from "../../../shared/mail/compose-summary.ts";
import { composeTestMail } from "../../../shared/mail/compose-test-mail.ts";
import { MailComposer } from "../../../shared/mail/composer.ts";
import { escapeHtml } from "../../../shared/mail/escape-html.ts";
import { headerText } from "../../../shared/mail/header-text.ts";
import { idFields } from "../../../shared/mail/id-fields.ts";
import { mailLanguage } from "../../../shared/mail/mail-language.ts";
import { quoteIntro } from "../../../shared/mail/quote-intro.ts";
import { replyBody } from "../../../shared/mail/reply-body.ts";
import * as reply from "../../../shared/mail/reply-headers.ts";
import { replySubject } from "../../../shared/mail/reply-subject.ts";
import * as thread from "../../../shared/mail/thread.ts";
import * as refs from "../../../shared/mail/thread-ref.ts";
import { type Rows, splitIn } from "./feeding.ts";

const summary = {
  ...{ from: { name: "Support", address: "notices@agents.example" }, to: "alice@people.example", subject: "Hello" },
  ...{ summary: "All is well.", count: "1 mail was kept for this summary.", loop_id: "agent7" },
};
const answer = {
  ...{ from: { name: "Support", address: "a@agents.example" }, to: "alice@customer.example", subject: "Hello" },
  ...{ text: "Yes.", references: [], loop_id: "agent7" },
};
const testMail = {
  ...{ from: { name: "A", address: "a@b.example" }, to: "c@d.example", subject: "S", text: "T" },
  ...{ messageId: "<1@x>", at: new Date(0) },
};
const AT = "2026-11-23T12:00:00.000Z";
const parties = (text: string) => ({ author: `${text}@${text}`, reader: text });

const parser = new MarkdownIt();
/** Each token of a short answer with this text as its own: the parser's time for long ones is answerHtml's. */
const tokensWith = (content: string) =>
  parser.parse("- a *b* `c`\n".repeat(20), {}).map((token) => Object.assign(token, { content }));
const lineWith = (content: string) =>
  (parser.parseInline("a *b* `c` [d](e)", {})[0]?.children ?? []).map((token) => Object.assign(token, { content }));

/** Of what writes our answers. */
export const ANSWERING: Record<string, Rows> = {
  "answer-elements.ts": { elementsOf: (text) => elementsOf(tokensWith(text)) },
  "answer-html.ts": {
    answerHtml,
    // Nothing longer than 20,000 characters is read.
    "answerHtml below its limit": (text) => answerHtml(text.slice(0, text.length * 0.3)),
  },
  "answer-line.ts": { answerLine: (text) => answerLine(lineWith(text)) },
  "answer-marks.ts": { answerMarksLength },
  "compose.ts": {
    "composeReply text": (text) => composeReply({ ...answer, text }),
    "composeReply quoted": (text) => composeReply({ ...answer, quoted: { from: text, at: AT, text } }),
    "composeReply subject": (subject) => composeReply({ ...answer, subject }),
    "composeReply name": (name) => composeReply({ ...answer, from: { ...answer.from, name } }),
  },
  "compose-summary.ts": {
    "composeSummary summary": (text) => composeSummary({ ...summary, summary: text }),
    "composeSummary subject": (subject) => composeSummary({ ...summary, subject }),
    "composeSummary name": (name) => composeSummary({ ...summary, from: { ...answer.from, name } }),
  },
  "composer.ts": { MailComposer: (text) => new MailComposer({ subject: "Hello", text }).compile().build() },
  "compose-test-mail.ts": {
    "composeTestMail text": (text) => composeTestMail({ ...testMail, text }),
    "composeTestMail subject": (subject) => composeTestMail({ ...testMail, subject }),
  },
  "escape-html.ts": { escapeHtml },
  "header-text.ts": { headerText },
  "id-fields.ts": { idFields: (text) => idFields(text, splitIn(500, text)) },
  "mail-language.ts": { mailLanguage },
  "quote-intro.ts": { quoteIntro: (text) => quoteIntro("de", text, text) },
  "reply-body.ts": {
    replyBody: (text) => replyBody(text),
    "replyBody quoted": (text) => replyBody("Yes.", { from: text, at: AT, text }),
  },
  "reply-headers.ts": {
    ancestorIds: (text) => reply.ancestorIds({ references: [text], in_reply_to: [text] }),
    headersForOther: reply.headersForOther,
    replyHeaders: (text) =>
      reply.replyHeaders({ subject: text, message_id: text, references: splitIn(500, text), in_reply_to: [] }),
  },
  "reply-subject.ts": { replySubject },
  "thread.ts": {
    firstRootKey: (text) =>
      thread.firstRootKey({ references: [text], in_reply_to: [], message_id: text, ses_message_id: "m" }),
    rootKeyForReader: (text) => thread.rootKeyForReader(parties(text), text),
    sesIds: (text) => thread.sesIds({ references: splitIn(500, text), in_reply_to: [`<${text}@${text}>`] }),
    threadId: (text) => thread.threadId(text, parties(text), text),
  },
  "thread-ref.ts": {
    latestThreadRef: (text) => refs.latestThreadRef(splitIn(500, text), text),
    readThreadRef: refs.readThreadRef,
    threadRef: (text) => refs.threadRef({ root: text, answers: 1 }, text, text),
  },
};
