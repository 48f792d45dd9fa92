import { describe, expect, test } from "vitest";
import { type Decision, decide } from "../../../../shared/mail/decide.ts";
import {
  ABSENCE_SUBJECTS,
  MAYBE_ABSENCE_SUBJECTS,
  TICKET_SUBJECTS,
} from "../../../../shared/mail/robots/absence-subjects.ts";
import {
  BOUNCE_SUBJECTS,
  READ_SUBJECTS,
  RECALL_SENTENCES,
  RECALL_SUBJECTS,
  RECEIPT_SUBJECTS,
} from "../../../../shared/mail/robots/report-subjects.ts";
import { from, personsMail, withHeader } from "../person.ts";

const phrases = (...tables: Record<string, readonly string[]>[]) => [
  ...new Set(tables.flatMap((table) => Object.values(table).flat())),
];
const AUTOMATIC = phrases(ABSENCE_SUBJECTS, TICKET_SUBJECTS);

const skipped = (reason: string) => ({ action: "skip", reason });
const held = (reason: string) => ({ action: "hold", reason });

function headed(subject: string, text = "I am away until Monday."): Decision {
  return decide(personsMail({ headers: [{ name: "subject", value: subject }], text }));
}

/** Encodes text as mail programs send it if it is not ASCII. */
function encoded(subject: string): string {
  return `=?utf-8?B?${Buffer.from(subject).toString("base64")}?=`;
}

/** The forms of a phrase before a subject. */
const marked = (phrase: string) => [
  `${phrase}: Hours`,
  `${phrase}：Hours`,
  `${phrase}\u00a0: Hours`,
  `${phrase} - Hours`,
  `${phrase.toUpperCase()}: Hours`,
  `[${phrase}] Hours`,
  `【${phrase}】Hours`,
  `[EXTERNAL] ${phrase}: Hours`,
  `${phrase}: Re: Hours`,
  encoded(`${phrase}: Hours`),
  `${phrase.normalize("NFD").replace(/[\u0300-\u036f]/g, "")}: Hours`,
];

describe.each(AUTOMATIC)("%s", (phrase) => {
  test("marks a robot's mail as a prefix, in any case, but not within a sentence or after Re:", () => {
    for (const subject of marked(phrase)) expect(headed(subject), subject).toEqual(skipped("automatic_subject"));
    for (const subject of [`Re: ${phrase}: Hours`, `AW: ${phrase}`, `${phrase} not working`, `About "${phrase}"`]) {
      expect(headed(subject).action, subject).toBe("answer");
    }
  });

  test("waits for the owner if the subject ends in a question mark", () => {
    expect(headed(`${phrase}: how do I set it?`)).toEqual(held("maybe_automatic"));
  });
});

test.each(phrases(ABSENCE_SUBJECTS))("%s as the whole subject waits for the owner", (phrase) => {
  expect(headed(phrase)).toEqual(held("maybe_automatic"));
});

const MAYBE = phrases(MAYBE_ABSENCE_SUBJECTS).filter((phrase) => !AUTOMATIC.includes(phrase));
test.each(MAYBE)("%s, which people write too, waits for the owner as a prefix and is ignored elsewhere", (phrase) => {
  expect(headed(`${phrase}: Tom`)).toEqual(held("maybe_automatic"));
  expect(headed(`${phrase} Tom`).action).toBe("answer");
});

test.each([
  ["Notes' absence", "AUTO: Jane Doe is out of the office (returning 01/02/2026)", skipped("automatic_subject")],
  ["Notes' older absence", "Jane Doe is out of the office.", held("maybe_automatic")],
  ["an answer without a colon", "Auto reply from Acme Support", held("maybe_automatic")],
  ["a ticket's number", "[Ticket#2026112800001] Your mail", held("maybe_automatic")],
  ["a ticket's number in another form", "[Case: 48151] Your mail", held("maybe_automatic")],
  ["a challenge", "Re: Your mail [confirm 83hd72]", held("maybe_automatic")],
  ["BoxTrapper's challenge", "Your email requires verification verify#abc", held("maybe_automatic")],
])("recognizes %s", (_, subject, decision) => {
  expect(headed(subject)).toEqual(decision);
});

test.each([
  "Auto: question on my insurance",
  "Auto: wann ist es fertig",
  "[2026] Programme",
  "[Sales] Offer",
  "Re: [Ticket#2026112800001] Your mail",
  "Office hours: are you out",
  "Autoreply not working",
  "My automatic reply: it does not stop sending".replace(":", ""),
])("treats %s as a person's", (subject) => {
  expect(headed(subject).action).toBe("answer");
});

describe("receipts", () => {
  test.each(phrases(RECEIPT_SUBJECTS))("%s", (phrase) => {
    expect(headed(`${phrase} - Question`)).toEqual(skipped("delivery_report"));
    expect(headed(`${phrase}: Question`)).toEqual(skipped("delivery_report"));
    expect(headed(phrase)).toEqual(held("maybe_automatic"));
    expect(headed(`Re: ${phrase}: Question`).action).toBe("answer");
  });

  test.each(phrases(READ_SUBJECTS))("%s before a short text waits for the owner", (phrase) => {
    expect(headed(`${phrase}: Question`, "Your message was read on Saturday.")).toEqual(held("maybe_automatic"));
    expect(headed(`${phrase}: Question`, "I have read it, and ask myself. ".repeat(30)).action).toBe("answer");
    expect(headed(`${phrase} by many`).action).toBe("answer");
  });
});

describe("bounces without a mark", () => {
  test.each(phrases(BOUNCE_SUBJECTS))("%s", (phrase) => {
    const mail = withHeader("subject", phrase);
    expect(decide({ ...mail, text: "550 5.1.1 <x@y.example>: unknown" })).toEqual(skipped("delivery_report"));
    expect(decide({ ...mail, part_types: ["multipart/mixed", "message/rfc822"] })).toEqual(skipped("delivery_report"));
    const of = from("Administrateur <administrateur@relay.example>").headers;
    expect(decide({ ...mail, headers: [...mail.headers.slice(1), ...of.slice(0, 1)] })).toEqual(
      skipped("delivery_report"),
    );
    expect(decide(mail)).toEqual(held("maybe_automatic"));
    expect(decide(withHeader("subject", `Re: ${phrase}`)).action).toBe("answer");
  });

  test("a mail system is recognized by its own name too", () => {
    const named = from('"Mail Delivery System" <info@relay.example>');
    expect(decide(named)).toEqual(held("maybe_automatic"));
    const headers = [...named.headers, { name: "subject", value: "Message non distribué" }];
    expect(decide({ ...named, headers })).toEqual(skipped("delivery_report"));
  });

  test("a person's question about a bounce is answered", () => {
    expect(headed("Why do I get a failure notice", "It says 550 5.1.1. What does it mean?").action).toBe("answer");
  });
});

test.each(phrases(RECALL_SENTENCES))("a recall whose text does not repeat the subject says: %s", (sentence) => {
  expect(headed("Recall: Price list", `Carla ${sentence} "Preisliste".`)).toEqual(held("recall"));
  expect(headed("Price list", `Carla ${sentence} "Preisliste".`).action).toBe("answer");
});

test.each(phrases(RECALL_SUBJECTS))("%s: recalls an earlier mail", (phrase) => {
  expect(headed(`${phrase}: Price list`, 'Carla would like to recall the message, "Price list".')).toEqual(
    held("recall"),
  );
  expect(headed(`${phrase}: Price list`, "Carla « Price list »")).toEqual(held("recall"));
  expect(headed(`${phrase}: brake pads`, "Please send the brake pads tomorrow.").action).toBe("answer");
  expect(headed(`${phrase}: brake pads`, "Are mine among those that you call back?").action).toBe("answer");
});
