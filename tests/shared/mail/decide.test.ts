import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decide } from "../../../shared/mail/decide.ts";
import type { MailFacts } from "../../../shared/mail/facts.ts";
import type { MailReason } from "../../../shared/mail/reasons.ts";
import { MAIL_REASONS } from "../../../shared/mail/reasons.ts";
import { RULES } from "../../../shared/mail/rules.ts";
import { threadRef } from "../../../shared/mail/thread-ref.ts";
import { explainUnanswerable, heldReason } from "../../../shared/runs/reasons.ts";
import { from, PASSED, personsMail, withHeader } from "./person.ts";

const isDoubt = (reason: string) => heldReason(reason)?.doubt === true;
const ANSWERED = { action: "answer", to: "alice@customer.example" };

const twoFroms = personsMail({ headers: [{ name: "from", value: "Bob <bob@customer.example>" }] });
const quoted = '"victim@bank.example x"@customer.example';

const ownId = (answers: number) => threadRef({ root: "0".repeat(32), answers }, "run1", "agents.example");

/** A person's mail with this X-Loop that answers the mail with this id. */
function marked(loop: string, id: string): MailFacts {
  return personsMail({
    headers: [
      { name: "x-loop", value: loop },
      { name: "references", value: `<a@b.example> ${id}` },
    ],
  });
}

/** A mail from alice@gmail.com with this Reply-To. */
function gmail(value: string): MailFacts {
  return personsMail({
    from_header: "alice@gmail.com",
    envelope_from: "alice@gmail.com",
    headers: [{ name: "reply-to", value }],
  });
}

const SKIPPED: [MailReason, string, MailFacts][] = [
  ["virus", "a virus", personsMail({ verdicts: { ...PASSED, virus: "FAIL" } })],
  ["spam", "spam", personsMail({ verdicts: { ...PASSED, spam: "FAIL" } })],
  ["dmarc_fail", "a forged From", personsMail({ verdicts: { ...PASSED, dmarc: "FAIL" } })],
  ["null_sender", "an empty envelope sender", personsMail({ envelope_from: "" })],
  ["null_sender", "the envelope sender <>", personsMail({ envelope_from: "<>" })],
  ["auto_submitted", "an auto-replied mail", withHeader("auto-submitted", "auto-replied")],
  ["auto_submitted", "an auto-generated mail with a comment", withHeader("auto-submitted", "(cron) Auto-Generated")],
  ["auto_submitted", "an auto-notified mail with parameters", withHeader("auto-submitted", 'auto-notified; owner="a"')],
  ["auto_submitted", "an unknown keyword", withHeader("auto-submitted", "nobody")],
  [
    "auto_submitted",
    "a second Auto-Submitted other than no",
    personsMail({ headers: ["no", "auto-replied"].map((value) => ({ name: "auto-submitted", value })) }),
  ],
  ["bulk_precedence", "Precedence bulk", withHeader("precedence", "Bulk")],
  ["bulk_precedence", "Precedence junk", withHeader("precedence", "junk")],
  ["bulk_precedence", "Precedence list", withHeader("precedence", " list ")],
  ["bulk_precedence", "Precedence auto_reply", withHeader("precedence", "auto_reply")],
  ...["id", "owner", "subscribe", "post", "unsubscribe", "help", "archive"].map(
    (name): [MailReason, string, MailFacts] => ["mailing_list", `List-${name}`, withHeader(`list-${name}`, "<x>")],
  ),
  ["system_sender", "a mail daemon in From", from("MAILER-DAEMON@customer.example")],
  [
    "system_sender",
    "a mail daemon in the envelope",
    personsMail({ envelope_from: "mailer-daemon@mx.customer.example" }),
  ],
  ["system_sender", "LISTSERV", from("LISTSERV01@customer.example")],
  ["system_sender", "majordomo", from("majordomo-owner@customer.example")],
  ["system_sender", "a list's request address", withHeader("sender", "cats-request@lists.customer.example")],
  ["system_sender", "a list's owner in the envelope", personsMail({ envelope_from: "owner-cats@lists.x.example" })],
  ["system_sender", "a postmaster", from("Postmaster <postmaster@customer.example>")],
  ["system_sender", "a bounce address in From", from("bounces+12-ab@customer.example")],
  ["system_sender", "a list's command address in Reply-To", withHeader("reply-to", "listserv@customer.example")],
  ["system_sender", "a mail daemon in Reply-To", withHeader("reply-to", "mailer-daemon@customer.example")],
  ["system_sender", "a postmaster in Reply-To", withHeader("reply-to", "Help <postmaster@customer.example>")],
  [
    "system_sender",
    "a list's request address as the second address in Reply-To",
    withHeader("reply-to", "alice@customer.example, cats-request@lists.customer.example"),
  ],
  ["no_reply_sender", "noreply", from("noreply@customer.example")],
  ["no_reply_sender", "no-reply in a longer name", from("shop-no-reply+17@customer.example")],
  ["no_reply_sender", "do_not_reply", from("do_not_reply@customer.example")],
  ["no_reply_sender", "DoNotReply", from("DoNotReply@customer.example")],
  ["no_reply_sender", "a Reply-To that takes none", withHeader("reply-to", "no.reply@customer.example")],
  [
    "no_reply_sender",
    "a shop's robot that names its own help desk",
    personsMail({
      from_header: "noreply@customer.example",
      headers: [{ name: "reply-to", value: "x@customer.example" }],
    }),
  ],
  ["delivery_report", "a report", withHeader("content-type", "Multipart/Report; report-type=delivery-status")],
  ...["delivery-status", "disposition-notification", "feedback-report"].map((type): [MailReason, string, MailFacts] => [
    "delivery_report",
    `a ${type} part`,
    personsMail({ part_types: ["multipart/mixed", `message/${type}`] }),
  ]),
  ["auto_generated", "X-Autoreply", withHeader("x-autoreply", "yes")],
  ["auto_generated", "X-Autorespond", withHeader("x-autorespond", "away")],
  ["auto_generated", "X-Auto-Generated", withHeader("x-auto-generated", "1")],
  ["auto_generated", "gnarwl by its X-Mailer", withHeader("x-mailer", "GNARWL")],
  ["auto_generated", "an autoresponder by its X-Mailer", withHeader("x-mailer", "Shop AutoResponder 2.1")],
  ["auto_generated", "Apple's vacation", withHeader("x-apple-action", "VACATION (x)")],
  ["auto_generated", "our own X-Loop by id", withHeader("x-loop", "agent7")],
  ["auto_generated", "our own X-Loop by address", withHeader("x-loop", "Help@Agents.example")],
  ["auto_generated", "our own X-Loop in brackets, with a comment", withHeader("x-loop", "<help@agents.example> (us)")],
  ["auto_generated", "a note on our answer with its sender's X-Loop", marked("alice@customer.example", ownId(1))],
  ["auto_generated", "one that names the robot's machine", marked("Alice@mx3.customer.example", ownId(1))],
  ["auto_generated", "one that names the robot's user alone", marked("alice", ownId(1))],
  ["auto_generated", "one of several X-Loops", marked("fw@old.example, <alice@customer.example>", ownId(1))],
  ["auto_generated", "one by its plus address", marked("alice+loop@customer.example", ownId(1))],
  ...["Automatic reply: Hours", "AutoReply: x", "Out of Office: Hours", "Automatische Antwort: Hours"].map(
    (subject): [MailReason, string, MailFacts] => ["automatic_subject", subject, withHeader("subject", subject)],
  ),
  [
    "automatic_subject",
    "a French absence note in an encoded word",
    withHeader("subject", "=?utf-8?Q?R=C3=A9ponse_automatique_=3A_Horaires?="),
  ],
  [
    "too_many_hops",
    "a mail that took 51 hops",
    personsMail({ headers: Array.from({ length: 51 }, () => ({ name: "received", value: "from a by b" })) }),
  ],
  ["own_domain", "another agent in From", from("other@Agents.example")],
  ["own_domain", "another agent in Sender", withHeader("sender", "other@agents.example")],
  ["own_domain", "another agent in Reply-To", withHeader("reply-to", "Help <Other@Agents.example>")],
  ["own_domain", "our bounce domain in the envelope", personsMail({ envelope_from: "x@bounce.agents.example" })],
  ["no_from", "no From", from(null)],
  ["no_from", "two From fields", twoFroms],
  ["no_from", "a second From field that is empty", personsMail({ headers: [{ name: "from", value: "<>" }] })],
  ["no_from", "two authors", from("Alice <alice@customer.example>, Bob <bob@customer.example>")],
  ["no_from", "From <>", from("<>")],
  ["no_from", "an empty group", from("Robot:;")],
];

const HELD: [MailReason, string, MailFacts][] = [
  [
    "verdict_missing",
    "a virus check that failed",
    personsMail({ verdicts: { ...PASSED, virus: "PROCESSING_FAILED" } }),
  ],
  ["verdict_missing", "checks that are off", personsMail({ verdicts: { ...PASSED, spam: "DISABLED" } })],
  ["unproven_sender", "no proof", personsMail({ verdicts: { ...PASSED, dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" } })],
  ["encrypted", "PGP/MIME", personsMail({ part_types: ["multipart/encrypted", "application/pgp-encrypted"] })],
  ["encrypted", "S/MIME", personsMail({ part_types: ["application/pkcs7-mime"], text: "" })],
  ["encrypted", "PGP in the text", personsMail({ text: "Hello\n-----BEGIN PGP MESSAGE-----\n\nhQEM" })],
  ["calendar", "an invitation", personsMail({ part_types: ["multipart/alternative", "text/calendar"] })],
  [
    "outlook_only",
    "winmail.dat alone",
    personsMail({ part_types: ["multipart/mixed", "application/ms-tnef"], text: "" }),
  ],
  ["unusual_address", "a quoted local part", from(quoted)],
  ["unusual_address", "a quoted local part in Reply-To", withHeader("reply-to", quoted)],
  ["unusual_address", "a local part that is not ASCII", from("jörg@customer.example")],
  ["foreign_reply_to", "Reply-To elsewhere", withHeader("reply-to", "victim@bank.example")],
  [
    "foreign_reply_to",
    "Reply-To at the parent domain",
    personsMail({
      from_header: "a@shop.customer.example",
      headers: [{ name: "reply-to", value: "b@customer.example" }],
    }),
  ],
  ["foreign_reply_to", "a look-alike domain", withHeader("reply-to", "a@notcustomer.example")],
  ["foreign_reply_to", "one of two elsewhere", withHeader("reply-to", "a@customer.example, v@bank.example")],
  [
    "foreign_reply_to",
    "a contact form's mail",
    personsMail({
      from_header: "noreply@customer.example",
      headers: [{ name: "reply-to", value: "Bob <bob@b.example>" }],
    }),
  ],
  ["foreign_reply_to", "another mailbox of a public provider", gmail("victim@gmail.com")],
  ["foreign_reply_to", "a neighbour", withHeader("reply-to", "Help Desk <desk@customer.example>")],
  ["foreign_reply_to", "a neighbour below the author's domain", withHeader("reply-to", "desk@mail.customer.example")],
  ["foreign_reply_to", "two neighbours", withHeader("reply-to", "a@customer.example, b@customer.example")],
  [
    "foreign_reply_to",
    "the author and another mailbox of the domain",
    withHeader("reply-to", "alice@customer.example, b@customer.example"),
  ],
  [
    "foreign_reply_to",
    "a second Reply-To at another domain",
    {
      ...personsMail({
        headers: ["alice@customer.example", "v@bank.example"].map((value) => ({ name: "reply-to", value })),
      }),
    },
  ],
  ["foreign_reply_to", "a group that holds a neighbour", withHeader("reply-to", "Team: desk@customer.example;")],
  [
    "foreign_reply_to",
    "the author's address without its tag",
    personsMail({
      from_header: "bob+x@customer.example",
      headers: [{ name: "reply-to", value: "bob@customer.example" }],
    }),
  ],
  ["foreign_reply_to", "a longer local part", withHeader("reply-to", "alice2@customer.example")],
  ["foreign_reply_to", "the same local part elsewhere", withHeader("reply-to", "alice@other.example")],
  ["auto_response_suppress", "All", withHeader("x-auto-response-suppress", "all")],
  [
    "auto_response_suppress",
    "OOF among others, of a mail that another sent",
    personsMail({
      envelope_from: "robot@customer.example",
      headers: [{ name: "x-auto-response-suppress", value: "DR, OOF,RN" }],
    }),
  ],
  ["list_name", "a list's request address in Sender", withHeader("sender", "cats-request@customer.example")],
  ["list_name", "a list's owner in the envelope", personsMail({ envelope_from: "owner-cats@customer.example" })],
  [
    "list_name",
    "a role mailbox for which another mailbox sends",
    personsMail({ from_header: "quote-request@customer.example", envelope_from: "bounce@mailer.example" }),
  ],
  [
    "recall",
    "an Outlook recall",
    personsMail({
      headers: [{ name: "subject", value: "Recall: Price list" }],
      text: 'Alice would like to recall the message, "Price list".',
    }),
  ],
  [
    "maybe_automatic",
    "a question that starts like a robot's subject",
    withHeader("subject", "Automatic reply: how to set it?"),
  ],
  ["not_on_allow_list", "a stranger", personsMail({ answer_only: ["bob@customer.example", "friends.example"] })],
  ["not_on_allow_list", "a stranger whose domain only ends alike", personsMail({ answer_only: ["omer.example"] })],
  [
    "not_on_allow_list",
    "a stranger at the parent of a listed domain",
    personsMail({ answer_only: ["shop.customer.example"] }),
  ],
  [
    "not_on_allow_list",
    "a stranger who names the owner's friend in Reply-To",
    personsMail({
      form_domains: ["customer.example"],
      answer_only: ["bob@customer.example"],
      headers: [{ name: "reply-to", value: "bob@customer.example" }],
    }),
  ],
  [
    "not_on_allow_list",
    "a friend's mail whose Reply-To is a stranger",
    personsMail({
      form_domains: ["customer.example"],
      answer_only: ["alice@customer.example"],
      headers: [{ name: "reply-to", value: "bob@customer.example" }],
    }),
  ],
  ["loop_mark", "a first mail with its sender's X-Loop", withHeader("x-loop", "alice@customer.example")],
  ["loop_mark", "one in another's thread", marked("alice@customer.example", "<a@b.example>")],
  [
    "loop_mark",
    "the mark of a user behind another From",
    personsMail({
      from_header: "Alice <alice@mail.customer.example>",
      envelope_from: "a@customer.example",
      headers: [{ name: "x-loop", value: "A@customer.example" }],
    }),
  ],
  ["long_thread", "a thread with 20 answers", withHeader("references", `<a@b.example> ${ownId(20)}`)],
  ["long_thread", "the same in In-Reply-To", withHeader("in-reply-to", ownId(20))],
  ["no_readable_text", "a mail without text", personsMail({ text: " \n" })],
];

const NEAR_MISSES: [string, MailFacts][] = [
  ["a plain question", personsMail()],
  ["a person's answer to an absence note", withHeader("subject", "Re: Automatic reply: Hours")],
  ["a subject that only begins like a robot's", withHeader("subject", "Automatic reply to my mail?")],
  [
    "a mail that took 50 hops",
    personsMail({ headers: Array.from({ length: 50 }, () => ({ name: "received", value: "from a by b" })) }),
  ],
  ["a thread with 19 answers", withHeader("references", ownId(19))],
  ["another agent domain's long thread", withHeader("references", ownId(20).replace("agents.", "others."))],
  ["a question about automatic replies", withHeader("subject", "How do I set an automatic reply?")],
  ["Auto-Submitted: no (human)", withHeader("auto-submitted", "No (human (really)); by=hand")],
  ["Precedence: first-class", withHeader("precedence", "first-class")],
  ["a header that only begins like a list's", withHeader("list-price", "10 EUR")],
  ["X-Auto-Response-Suppress: DR, RN, NRN", withHeader("x-auto-response-suppress", "DR, RN, NRN")],
  [
    "X-Auto-Response-Suppress as Exchange puts it on persons' mails",
    withHeader("x-auto-response-suppress", "DR, OOF, AutoReply"),
  ],
  [
    "a product recall",
    personsMail({
      headers: [{ name: "subject", value: "Recall: model 7" }],
      text: "Is mine among them? It is the red one.",
    }),
  ],
  ["another's X-Loop", withHeader("x-loop", "agent70")],
  ["a forwarder's X-Loop on an answer to ours", marked("fw@old.example", ownId(1))],
  ["a gateway's X-Loop, which all mails of its domain carry", marked("customer.example", ownId(1))],
  ["an X-Loop of another person there", marked("bob@customer.example", ownId(1))],
  ["an X-Loop at another domain by the same name", marked("alice@notcustomer.example", ownId(1))],
  ["a mail program by its X-Mailer", withHeader("x-mailer", "Responder Mail 3 (auto)")],
  ["an empty X-Loop", marked("", ownId(1))],
  ["a sender's X-Loop that the owner said to answer", { ...withHeader("x-loop", "alice"), owner_asked: true }],
  ["another X-Apple-Action", withHeader("x-apple-action", "FORWARD")],
  ["a multipart/mixed mail", personsMail({ part_types: ["multipart/mixed", "application/pdf", "message/rfc822"] })],
  ["a bounce address in the envelope only", personsMail({ envelope_from: "bounces+12@mail.customer.example" })],
  ["a domain that only ends like ours", withHeader("sender", "a@notagents.example")],
  ["a group of one", from("Sales: alice@customer.example;")],
  ["a name that is an address", from('"victim@bank.example" <alice@customer.example>')],
  ["the author twice in Reply-To", withHeader("reply-to", "alice@customer.example, ALICE+2@customer.example")],
  ...["<>", "", "undefined", "<undefined>", "Alice", "Alice <alice>", '"Alice" <>', "none:;"].map(
    (value): [string, MailFacts] => [`a Reply-To that names nobody: ${value}`, withHeader("reply-to", value)],
  ),
  ["a sender whom the owner named", personsMail({ answer_only: ["x@y.example", "alice@customer.example"] })],
  ["a sender whose domain the owner named", personsMail({ answer_only: ["customer.example"] })],
  ["a sender below a domain that the owner named", personsMail({ answer_only: ["example.com", "example"] })],
  ["a stranger whom the owner said to answer", personsMail({ answer_only: ["friends.example"], owner_asked: true })],
  ["a long thread that the owner said to answer", { ...withHeader("references", ownId(20)), owner_asked: true }],
];

const PERSONS = [
  "norep.lyons@customer.example",
  "casino-reply@customer.example",
  "sarah.bounce@customer.example",
  "owner@customer.example",
  "request@customer.example",
  "marie.listserv@customer.example",
  "o'brien+shop@customer.example",
];

describe("decide", () => {
  test.each(SKIPPED)("skips (%s) %s", (reason, _, mail) => {
    expect(decide(mail)).toEqual({ action: "skip", reason });
  });

  test.each(SKIPPED.filter(([, , { part_types }]) => part_types?.length === 1))(
    "skips (%s) %s with only the headers",
    (reason, _, mail) => {
      expect(decide({ ...mail, part_types: null, text: undefined })).toEqual({ action: "skip", reason });
    },
  );

  test.each(HELD)("holds (%s) %s", (reason, _, mail) => {
    expect(decide(mail)).toEqual({ action: "hold", reason });
  });

  test.each(HELD)("does not hold (%s) %s before the whole mail was read", (_reason, _, mail) => {
    expect(decide({ ...mail, part_types: null, text: undefined }).action).toBe("answer");
  });

  test.each(NEAR_MISSES)("answers %s", (_, mail) => {
    expect(decide(mail)).toEqual(ANSWERED);
  });

  test.each(PERSONS)("answers the person %s", (address) => {
    expect(decide(from(address))).toEqual({ action: "answer", to: address });
  });

  test.each([
    ["under another name", "Help Desk <alice@customer.example>", "alice@customer.example"],
    ["in capitals", "Alice@CUSTOMER.example", "Alice@CUSTOMER.example"],
    ["with a tag", "alice+orders@customer.example", "alice+orders@customer.example"],
    ["with the name of another", '"bob@customer.example" <alice@customer.example>', "alice@customer.example"],
  ])("answers an author whose Reply-To is their own mailbox %s", (_, value, to) => {
    expect(decide(withHeader("reply-to", value))).toEqual({ action: "answer", to });
  });

  test("recognizes the author in Reply-To by the ASCII form of an internationalized domain", () => {
    const mail = (value: string) =>
      personsMail({ from_header: "anna@Bücher.example", headers: [{ name: "reply-to", value }] });
    const to = "anna@xn--bcher-kva.example";
    for (const value of [to, "anna@bücher.example"]) expect(decide(mail(value))).toEqual({ action: "answer", to });
    expect(decide(mail("anna@bucher.example"))).toMatchObject({ reason: "foreign_reply_to" });
  });

  test("answers at Reply-To if the owner listed the author's domain or asked for this answer", () => {
    const to = "desk@customer.example";
    const mail = withHeader("reply-to", to);
    expect(decide({ ...mail, form_domains: ["customer.example"] })).toEqual({ action: "answer", to });
    expect(decide({ ...mail, form_domains: ["mail.customer.example"] }).action).toBe("hold");
    expect(decide({ ...mail, owner_asked: true })).toEqual({ action: "answer", to });
    const parent = personsMail({ from_header: "a@shop.customer.example", headers: [{ name: "reply-to", value: to }] });
    expect(decide({ ...parent, form_domains: ["customer.example"] })).toEqual({ action: "answer", to });
  });

  test("answers only the author if Reply-To names several and the owner asked for this answer", () => {
    const mail = withHeader("reply-to", "a@customer.example, v@bank.example");
    expect(decide({ ...mail, form_domains: ["customer.example"] })).toMatchObject({ reason: "foreign_reply_to" });
    expect(decide({ ...mail, owner_asked: true })).toEqual(ANSWERED);
  });

  test("answers at Reply-To only for a form that the owner trusts", () => {
    const form = personsMail({
      from_header: "noreply@forms.customer.example",
      headers: [{ name: "reply-to", value: "Bob <bob@b.example>" }],
    });
    const held = { action: "hold", reason: "foreign_reply_to" };
    expect(decide(form)).toEqual(held);
    expect(decide({ ...form, form_domains: ["customer.example"] })).toEqual({ action: "answer", to: "bob@b.example" });
    expect(decide({ ...form, form_domains: ["other.example", "x.forms.customer.example"] })).toEqual(held);
    const forged = { ...form, verdicts: { ...PASSED, dmarc: "GRAY", spf: "FAIL", dkim: "FAIL" } } as const;
    expect(decide({ ...forged, form_domains: ["customer.example"] })).toMatchObject({ reason: "unproven_sender" });
  });

  test("answers an address in an internationalized domain at the domain's ASCII form", () => {
    expect(decide(from("anna@Bücher.example"))).toEqual({ action: "answer", to: "anna@xn--bcher-kva.example" });
    // Full-width letters are another way to write gmail.com. A domain that is not in its normal form is left as it is
    // and refused.
    expect(decide(from("anna@ｇmail.com"))).toMatchObject({ action: "hold", reason: "unusual_address" });
  });

  test("ignores case when it compares a listed mailbox", () => {
    const named = { ...from("Alice@Customer.Example"), answer_only: ["alice@customer.example"] };
    expect(decide(named)).toEqual({ action: "answer", to: "Alice@Customer.Example" });
  });

  test("requires proof that a listed sender wrote the mail", () => {
    const unproven = { ...PASSED, dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" } as const;
    const mail = personsMail({ answer_only: ["alice@customer.example"], verdicts: unproven });
    expect(decide(mail)).toEqual({ action: "hold", reason: "unproven_sender" });
    expect(decide({ ...mail, owner_asked: true })).toEqual({ action: "hold", reason: "unproven_sender" });
  });

  test("never answers a sender in our domain or a subdomain, however it is written", () => {
    const ours = fc
      .tuple(
        fc.string({ unit: fc.constantFrom(..."aB0.+-_"), minLength: 1, maxLength: 12 }),
        fc.constantFrom("", "bounce.", "A.b."),
        fc.constantFrom("agents.example", "Agents.Example", "AGENTS.EXAMPLE"),
      )
      .map(([local, below, domain]) => `x${local.replaceAll(".", "")}@${below}${domain}`);
    const named = fc.oneof(
      ours,
      fc.tuple(fc.constantFrom("Bob", '"a, b"', "=?utf-8?Q?a?="), ours).map(([n, a]) => `${n} <${a}>`),
    );
    const place = fc.constantFrom("from", "sender", "reply-to", "envelope");
    fc.assert(
      fc.property(place, ours, named, fc.boolean(), (where, address, value, readWhole) => {
        const mail =
          where === "envelope"
            ? personsMail({ envelope_from: address })
            : where === "from"
              ? from(value)
              : withHeader(where, value);
        const decision = decide(readWhole ? mail : { ...mail, part_types: null, text: undefined });
        expect(decision.action).toBe("skip");
      }),
    );
  });

  test.each(SKIPPED.filter(([reason]) => explainUnanswerable(reason) === undefined))(
    "answers (%s) %s where the owner asks for it, and still no unproven sender",
    (reason, _, mail) => {
      // Two of the rows also have a list's or a robot's address in Reply-To; the answer still goes to one address.
      expect(decide({ ...mail, owner_asked: true }), reason).toMatchObject({
        action: "answer",
        to: expect.any(String),
      });
      const unproven = { ...mail.verdicts, dmarc: "GRAY", spf: "FAIL", dkim: "GRAY" } as const;
      expect(decide({ ...mail, owner_asked: true, verdicts: unproven })).toEqual({
        action: "hold",
        reason: "unproven_sender",
      });
    },
  );

  test.each(SKIPPED.filter(([reason]) => explainUnanswerable(reason) !== undefined))(
    "skips (%s) %s whoever asks: nobody is proved who would get the answer",
    (reason, _, mail) => {
      expect(decide({ ...mail, owner_asked: true })).toEqual({ action: "skip", reason });
    },
  );

  test.each(HELD)("answers (%s) %s if the owner asks and the rule is only a doubt", (reason, _, mail) => {
    const isOwners = ["not_on_allow_list", "long_thread", "foreign_reply_to"].includes(reason);
    const action = isOwners || isDoubt(reason) ? "answer" : "hold";
    expect(decide({ ...mail, owner_asked: true }).action).toBe(action);
  });

  test("skips a robot's mail that would also be held", () => {
    const mail = withHeader("auto-submitted", "auto-replied");
    const unproven = { ...PASSED, dmarc: "PROCESSING_FAILED" } as const;
    expect(decide({ ...mail, verdicts: unproven })).toEqual({ action: "skip", reason: "auto_submitted" });
  });

  test("has one rule with a source per reason, and all skip rules before all hold rules", () => {
    const reasons = RULES.map(({ reason }) => reason);
    expect(Object.keys(MAIL_REASONS).filter((reason) => reasons.some((used) => used === reason))).toEqual(reasons);
    expect(RULES.every(({ source }) => source.length > 0)).toBe(true);
    const yielding = RULES.filter(({ yields }) => yields);
    expect(yielding.filter(({ action }) => action === "hold").map(({ reason }) => reason)).toEqual(
      RULES.map(({ reason }) => reason).filter(isDoubt),
    );
    expect(RULES.filter(({ action, yields }) => action === "skip" && !yields).map(({ reason }) => reason)).toEqual(
      Object.keys(MAIL_REASONS).filter((reason) => explainUnanswerable(reason) !== undefined),
    );
    const actions = RULES.map(({ action }) => action);
    expect(actions.indexOf("hold")).toBeGreaterThan(actions.lastIndexOf("skip"));
  });
});
