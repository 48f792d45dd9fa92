import * as addressed from "../../../shared/mail/addressed.ts";
import { isNotOnAllowList } from "../../../shared/mail/allow-list.ts";
import { sesAuthResults } from "../../../shared/mail/auth-results.ts";
import * as automatic from "../../../shared/mail/automatic.ts";
import { decide } from "../../../shared/mail/decide.ts";
import * as batv from "../../../shared/mail/envelope/batv.ts";
import * as local from "../../../shared/mail/envelope/envelope-local.ts";
import * as gmail from "../../../shared/mail/envelope/gmail-forward.ts";
import * as envelope from "../../../shared/mail/envelope/read-envelope.ts";
import * as srs from "../../../shared/mail/envelope/srs.ts";
import * as verp from "../../../shared/mail/envelope/verp.ts";
import { knownFacts } from "../../../shared/mail/facts.ts";
import * as confirmation from "../../../shared/mail/forward-confirmation.ts";
import * as lists from "../../../shared/mail/lists.ts";
import * as loop from "../../../shared/mail/loop.ts";
import * as marks from "../../../shared/mail/loop-marks.ts";
import * as partTypes from "../../../shared/mail/part-types.ts";
import * as proven from "../../../shared/mail/proven-sender.ts";
import * as publicMailboxes from "../../../shared/mail/public-mailboxes.ts";
import { mayBeKept } from "../../../shared/mail/reasons.ts";
import * as replyTo from "../../../shared/mail/reply-to.ts";
import * as reports from "../../../shared/mail/reports.ts";
import * as robotMailers from "../../../shared/mail/robot-mailers.ts";
import * as headers from "../../../shared/mail/robots/automatic-headers.ts";
import * as noReply from "../../../shared/mail/robots/no-reply.ts";
import { comparable, comparableHeader, comparableSet } from "../../../shared/mail/robots/plain.ts";
import { comparableSubjects, subjectMarks } from "../../../shared/mail/robots/subject.ts";
import * as senders from "../../../shared/mail/senders.ts";
import * as suspicion from "../../../shared/mail/suspicion.ts";
import { isAddressOf, isMailboxOf, readTagged } from "../../../shared/mail/tag.ts";
import * as weakSigns from "../../../shared/mail/weak-signs.ts";
import { byFacts, byText, facts, header, type Rows, splitIn } from "./feeding.ts";

const { isQuestion, ...automaticByFacts } = automatic;
const { foreignLoopMarks, ...marksByFacts } = marks;
const { isOwnMailbox, ...replyToByFacts } = replyTo;

/** Of what decides whether a mail is answered. */
export const DECIDING: Record<string, Rows> = {
  "addressed.ts": byFacts(addressed),
  "allow-list.ts": byFacts({ isNotOnAllowList }),
  "auth-results.ts": {
    sesAuthResults: (text) => sesAuthResults([header("authentication-results", text), header("received", text)]),
    "sesAuthResults of SES": (text) =>
      sesAuthResults([
        header(
          "authentication-results",
          `amazonses.com; spf=pass ${text}; helo=a.b; ${text} dkim=pass header.i=${text};`,
        ),
        header("received", `from ${text} by inbound-smtp.us-east-1.amazonaws.com with SMTP`),
      ]),
  },
  "automatic.ts": { ...byFacts(automaticByFacts), isQuestion },
  "decide.ts": { decide: (text) => decide(facts(text)) },
  "envelope/batv.ts": byText(batv),
  "envelope/envelope-local.ts": byText(local),
  "envelope/gmail-forward.ts": byText(gmail),
  "envelope/read-envelope.ts": byText(envelope),
  "envelope/srs.ts": byText(srs),
  "envelope/verp.ts": {
    encodesRecipient: (text) => [
      verp.encodesRecipient(text, "agent@customer.example"),
      verp.encodesRecipient(`${text}@a.b`, `${text}@${text}`),
    ],
    isVerp: verp.isVerp,
    readListName: verp.readListName,
  },
  "facts.ts": { knownFacts: (text) => knownFacts({ ...facts(text), from: undefined, reply_to: undefined }) },
  "forward-confirmation.ts": byFacts(confirmation),
  "lists.ts": byFacts(lists),
  "loop.ts": byFacts({ hasTooManyHops: loop.hasTooManyHops, isLongThread: loop.isLongThread }),
  "loop-marks.ts": {
    ...byFacts(marksByFacts),
    foreignLoopMarks: (text) =>
      foreignLoopMarks(
        [text, ...splitIn(500, text)].map((value) => header("x-loop", value)),
        facts("a").agent,
      ),
  },
  "part-types.ts": byFacts(partTypes),
  "proven-sender.ts": {
    ...byFacts(proven),
    "isProven by DKIM": (text) => proven.isProven({ ...facts(text), envelope_from: "a@b.example" }),
  },
  "public-mailboxes.ts": {
    isPublicDomain: publicMailboxes.isPublicDomain,
    isPublicMailbox: publicMailboxes.isPublicMailbox,
    withoutPublic: (text) => publicMailboxes.withoutPublic(splitIn(100, text)),
  },
  "reply-to.ts": { ...byFacts(replyToByFacts), isOwnMailbox: (text) => isOwnMailbox(text, `${text}.`) },
  "reports.ts": byFacts(reports),
  "robot-mailers.ts": byFacts(robotMailers),
  "robots/automatic-headers.ts": {
    hasHeaderNamed: (text) => headers.hasHeaderNamed([header(text, text)], headers.AUTOMATIC_FAMILY),
    hasHeaderIn: (text) =>
      headers.hasHeaderIn(
        headers.AUTOMATIC_HEADERS.map(({ name }) => header(name, text)),
        headers.AUTOMATIC_HEADERS,
      ),
  },
  // Takes a code of ours, and no text of a mail.
  "reasons.ts": { mayBeKept: () => mayBeKept("spam") },
  "robots/no-reply.ts": byText(noReply),
  "robots/plain.ts": {
    ...byText({ comparable, comparableHeader }),
    comparableSet: (text) => comparableSet({ en: splitIn(100, text) }),
  },
  "robots/subject.ts": { subjectMarks, comparableSubjects: (text) => comparableSubjects(facts(text)) },
  "senders.ts": byFacts(senders),
  "suspicion.ts": byFacts(suspicion),
  "tag.ts": {
    isAddressOf: (text) => isAddressOf(`${text}+${text}@${text}`, { address: text, others: splitIn(10, text) }),
    isMailboxOf: (text) => isMailboxOf(`${text}+${text}@${text}`, text),
    readTagged: (text) => [readTagged(text), readTagged(`${text}@a.b`)],
  },
  "weak-signs.ts": byFacts(weakSigns),
};
